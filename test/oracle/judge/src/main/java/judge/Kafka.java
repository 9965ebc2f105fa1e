package judge;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Small things of Kafka that several roles need. */
final class Kafka {
    private static final String COMMON = "org.apache.kafka.common.";

    private Kafka() { }

    static Object systemTime() throws Exception {
        Class<?> time = Reflect.need(COMMON + "utils.Time");
        return Reflect.constant(time, "SYSTEM");
    }

    static Object logContext() throws Exception {
        return Reflect.make(Reflect.need(COMMON + "utils.LogContext", "org.apache.kafka.common.utils.internals.LogContext"), "");
    }

    static Object listenerName(String name) throws Exception {
        return Reflect.make(Reflect.need(COMMON + "network.ListenerName"), name);
    }

    static Object securityProtocol(String name) throws Exception {
        return Reflect.callStatic(Reflect.need(COMMON + "security.auth.SecurityProtocol"), "forName", name);
    }

    static Object jaasServer() {
        return Reflect.need(COMMON + "security.JaasContext$Type").getEnumConstants()[1];
    }

    static RuntimeException configException(String message) throws Exception {
        return (RuntimeException) Reflect.make(Reflect.need(COMMON + "config.ConfigException"), message);
    }

    @SuppressWarnings("unchecked")
    static Set<String> names(Object configDef) throws Exception {
        return (Set<String>) Reflect.call(configDef, "names");
    }

    /** Parsed values as text, secrets hidden as Kafka hides them. */
    static void noteValues(Map<String, Object> answer, Object config) throws Exception {
        Map<String, String> values = new java.util.TreeMap<>();
        ((Map<?, ?>) Reflect.call(config, "values")).forEach((key, value) -> values.put((String) key, String.valueOf(value)));
        answer.put("values", values);
    }

    private static final ExecutorService CLOSING = Executors.newCachedThreadPool(Kafka::daemon);
    private static final ScheduledExecutorService HURRYING = Executors.newScheduledThreadPool(1, Kafka::daemon);
    private static final Semaphore OPEN = new Semaphore(40);
    private static final long PATIENCE_MS = 300;

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "closing");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Closes beside the next case, without waiting for brokers that are not there: a client waits for its network thread, and a share
     * consumer for an answer that never comes, until it is interrupted.
     */
    static void close(Object client) {
        if (client == null) return;
        OPEN.acquireUninterruptibly();
        Future<?> closing = CLOSING.submit(() -> closeNow(client));
        HURRYING.schedule(() -> closing.cancel(true), PATIENCE_MS, TimeUnit.MILLISECONDS);
    }

    private static void closeNow(Object client) {
        try {
            Reflect.call(client, "close", Duration.ZERO);
        } catch (Exception | Error alreadyGone) {
            Thread.interrupted();
        } finally {
            OPEN.release();
        }
    }

    static void closeAll(List<Object> clients) {
        clients.forEach(Kafka::close);
    }
}
