package judge;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** Producer, consumers and admin: the real clients are constructed and closed at once. */
final class Clients {
    private static final String CLIENTS = "org.apache.kafka.clients.";
    private static final String BYTES = "org.apache.kafka.common.serialization.ByteArray";
    private static final String NOWHERE = "127.0.0.1:9";

    private Clients() { }

    static void producer(Case asked, Map<String, Object> answer) throws Exception {
        Properties properties = asked.properties();
        Class<?> config = Reflect.need(CLIENTS + "producer.ProducerConfig");
        noteUnknown(answer, properties, config);
        if (asked.flag("fill", true)) fillProducer(properties);
        if (asked.flag("values", false)) Kafka.noteValues(answer, Reflect.make(config, copy(properties)));
        constructProducer(properties);
    }

    static void consumer(Case asked, Map<String, Object> answer) throws Exception {
        Properties properties = asked.properties();
        Class<?> config = Reflect.need(CLIENTS + "consumer.ConsumerConfig");
        noteUnknown(answer, properties, config);
        if (asked.flag("fill", true)) {
            fillConsumer(properties);
            properties.putIfAbsent("group.id", "judged");
        }
        if (asked.flag("values", false)) Kafka.noteValues(answer, Reflect.make(config, copy(properties)));
        constructConsumer(properties);
    }

    static void shareConsumer(Case asked, Map<String, Object> answer) throws Exception {
        Class<?> config = Reflect.need(CLIENTS + "consumer.ShareConsumerConfig");
        Properties properties = asked.properties();
        noteUnknown(answer, properties, Reflect.need(CLIENTS + "consumer.ConsumerConfig"));
        if (asked.flag("fill", true)) {
            fillConsumer(properties);
            properties.putIfAbsent("group.id", "judged");
        }
        if (asked.flag("values", false)) Kafka.noteValues(answer, Reflect.make(config, copy(properties)));
        for (int i = 0; i < tries(properties); i++) {
            Kafka.close(Reflect.make(Reflect.need(CLIENTS + "consumer.KafkaShareConsumer"), loopback(properties)));
        }
        channels(config, properties);
    }

    static void admin(Case asked, Map<String, Object> answer) throws Exception {
        Properties properties = asked.properties();
        Class<?> config = Reflect.need(CLIENTS + "admin.AdminClientConfig");
        noteUnknown(answer, properties, config);
        boolean toControllers = properties.containsKey("bootstrap.controllers")
            && ((Set<?>) Reflect.callStatic(config, "configNames")).contains("bootstrap.controllers");
        if (asked.flag("fill", true) && !toControllers) fillBootstrap(properties);
        if (asked.flag("values", false)) Kafka.noteValues(answer, Reflect.make(config, copy(properties)));
        constructAdmin(properties);
    }

    /** Some client, not known which: refused if no kind of client would take it. */
    static void any(Case asked, Map<String, Object> answer) throws Exception {
        Throwable refusal = null;
        Set<Object> unknown = null;
        for (Judge.Startup client : new Judge.Startup[] {Clients::producer, Clients::consumer, Clients::admin}) {
            Map<String, Object> own = new LinkedHashMap<>();
            try {
                client.run(asked, own);
                refusal = null;
            } catch (Exception refused) {
                if (refusal == null && unknown == null) refusal = refused;
            }
            if (!(own.get("unknown") instanceof Iterable<?> keys)) continue;
            Set<Object> missing = setOf(keys);
            if (unknown == null) unknown = new java.util.TreeSet<>(missing);
            unknown.retainAll(missing);
        }
        if (unknown != null) answer.put("unknown", new java.util.ArrayList<>(unknown));
        if (refusal instanceof Exception refused) throw refused;
    }

    private static Set<Object> setOf(Iterable<?> keys) {
        Set<Object> set = new java.util.TreeSet<>();
        keys.forEach(set::add);
        return set;
    }

    static void constructProducer(Map<?, ?> given) throws Exception {
        Kafka.close(Reflect.make(Reflect.need(CLIENTS + "producer.KafkaProducer"), loopback(given)));
    }

    static void constructConsumer(Map<?, ?> given) throws Exception {
        for (int i = 0; i < tries(given); i++) {
            Kafka.close(Reflect.make(Reflect.need(CLIENTS + "consumer.KafkaConsumer"), loopback(given)));
        }
        if ("consumer".equalsIgnoreCase(String.valueOf(given.get("group.protocol")).trim())) {
            channels(Reflect.need(CLIENTS + "consumer.ConsumerConfig"), given);
        }
    }

    /** A consumer that waits no time at all for its own thread is refused, but for a lucky one on a busy machine. */
    private static int tries(Map<?, ?> given) {
        return "0".equals(String.valueOf(given.get("default.api.timeout.ms")).trim()) ? 5 : 1;
    }

    /** Consumers of the newer protocols set up security on their network thread, where the refusal only stops that thread. */
    private static void channels(Class<?> type, Map<?, ?> given) throws Exception {
        Object config = Reflect.make(type, loopback(given));
        Class<?> utils = Reflect.need(CLIENTS + "ClientUtils");
        Reflect.call(Reflect.callStatic(utils, "createChannelBuilder", config, Kafka.systemTime(), Kafka.logContext()), "close");
    }

    static void constructAdmin(Map<?, ?> given) throws Exception {
        Kafka.close(Reflect.callStatic(Reflect.need(CLIENTS + "admin.Admin"), "create", loopback(given)));
    }

    static void fillProducer(Map<Object, Object> properties) {
        fillBootstrap(properties);
        properties.putIfAbsent("key.serializer", BYTES + "Serializer");
        properties.putIfAbsent("value.serializer", BYTES + "Serializer");
    }

    static void fillConsumer(Map<Object, Object> properties) {
        fillBootstrap(properties);
        properties.putIfAbsent("key.deserializer", BYTES + "Deserializer");
        properties.putIfAbsent("value.deserializer", BYTES + "Deserializer");
    }

    static void fillBootstrap(Map<Object, Object> properties) {
        properties.putIfAbsent("bootstrap.servers", NOWHERE);
    }

    /** The map that clients of every release take, with bootstrap hosts made resolvable. */
    static Map<Object, Object> loopback(Map<?, ?> given) throws Exception {
        Map<Object, Object> copy = copy(given);
        for (String key : new String[] {"bootstrap.servers", "bootstrap.controllers"}) {
            if (copy.get(key) instanceof String list) copy.put(key, loopback(list));
        }
        return copy;
    }

    private static Map<Object, Object> copy(Map<?, ?> given) {
        return new java.util.HashMap<>(given);
    }

    /** Each well-formed host becomes a loopback address of its own, so that no name is looked up; what is malformed stays. */
    static String loopback(String list) throws Exception {
        if (list.isBlank()) return list;
        Class<?> utils = Reflect.need("org.apache.kafka.common.utils.Utils");
        String[] entries = list.trim().split("\\s*,\\s*", -1);
        for (int i = 0; i < entries.length; i++) {
            Object host = Reflect.callStatic(utils, "getHost", entries[i]);
            Object port = portOf(utils, entries[i]);
            if (host == null || port == null) continue;
            int sameAs = Arrays.asList(entries).indexOf(entries[i]);
            entries[i] = "127.0.1." + (1 + sameAs % 250) + ":" + port;
        }
        return Arrays.stream(entries).collect(Collectors.joining(","));
    }

    private static Object portOf(Class<?> utils, String entry) throws Exception {
        try {
            return Reflect.callStatic(utils, "getPort", entry);
        } catch (NumberFormatException malformed) {
            return null;
        }
    }

    private static void noteUnknown(Map<String, Object> answer, Map<?, ?> properties, Class<?> config) throws Exception {
        Known.note(answer, properties.keySet(), (Set<?>) Reflect.callStatic(config, "configNames"));
    }
}
