package judge;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** A Streams program with a small topology, which makes every embedded client, the global consumer too. */
final class Streams {
    private static final String STREAMS = "org.apache.kafka.streams.";

    private Streams() { }

    static void streams(Case asked, Map<String, Object> answer) throws Exception {
        Class<?> config = Reflect.need(STREAMS + "StreamsConfig");
        Properties properties = asked.properties();
        Set<?> known = Kafka.names(Reflect.callStatic(config, "configDef"));
        Known.noteStreams(answer, properties.keySet(), known);
        if (asked.flag("fill", true)) {
            properties.putIfAbsent("application.id", "judged");
            Clients.fillBootstrap(properties);
        }
        Properties local = new Properties();
        local.putAll(Clients.loopback(properties));
        Object parsed = Reflect.make(config, local);
        if (asked.flag("values", false)) Kafka.noteValues(answer, parsed);
        run(config, local, parsed);
    }

    private static void run(Class<?> config, Properties properties, Object parsed) throws Exception {
        List<Object> made = new ArrayList<>();
        Object streams = null;
        try {
            Object supplier = supplier(made);
            Object topology = topology(parsed, properties);
            streams = Reflect.make(Reflect.need(STREAMS + "KafkaStreams"), topology, parsed, supplier);
        } finally {
            if (streams != null) Reflect.call(streams, "close", Duration.ZERO);
            Kafka.closeAll(made);
        }
    }

    private static Object topology(Object parsed, Properties properties) throws Exception {
        Object builder = Reflect.make(Reflect.need(STREAMS + "StreamsBuilder"));
        Object stream = Reflect.call(builder, "stream", "in");
        Reflect.call(stream, "to", "out");
        // Kept in memory, so that no state directory is made or locked.
        Object store = Reflect.callStatic(Reflect.need(STREAMS + "state.Stores"), "inMemoryKeyValueStore", "all");
        Class<?> materialized = Reflect.need(STREAMS + "kstream.Materialized");
        Reflect.call(builder, "globalTable", "all", Reflect.callStatic(materialized, "as", store));
        return Reflect.call(builder, "build", properties);
    }

    /** Kafka's own supplier of clients, which remembers what it made, since a refused start leaves them open. */
    private static Object supplier(List<Object> made) throws Exception {
        Class<?> face = Reflect.need(STREAMS + "KafkaClientSupplier");
        Object real = Reflect.make(Reflect.need(STREAMS + "processor.internals.DefaultKafkaClientSupplier"));
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().equals("hashCode")) return System.identityHashCode(proxy);
            try {
                method.setAccessible(true);
                Object client = method.invoke(real, arguments);
                made.add(client);
                return client;
            } catch (InvocationTargetException wrapper) {
                throw wrapper.getCause();
            }
        };
        return Proxy.newProxyInstance(face.getClassLoader(), new Class<?>[] {face}, handler);
    }
}
