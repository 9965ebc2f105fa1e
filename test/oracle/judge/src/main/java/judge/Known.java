package judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The keys that a release has no use for: neither the program's definition has them, nor that of a client or topic it hands them to. */
final class Known {
    private static final String CLIENTS = "org.apache.kafka.clients.";
    private static final List<String> CONSUMERS = List.of("consumer.", "main.consumer.", "restore.consumer.", "global.consumer.");
    /** Names that go on with parts of the author's own, and the list of providers, which no definition had before 4.2 (KIP-421). */
    private static final List<String> OPEN = List.of("config.providers", "metrics.context.");

    /** What authorizers and the old metrics read of a broker's file, though no definition has it. */
    private static final Set<String> UNDECLARED = Set.of("super.users", "allow.everyone.if.no.acl.found", "kafka.metrics.reporters",
        "kafka.metrics.polling.interval.secs", "kafka.csv.metrics.reporter.enabled", "kafka.csv.metrics.dir",
        "metrics.jmx.include", "metrics.jmx.exclude");

    private static final Map<Class<?>, Set<String>> NAMES = new HashMap<>();

    private Known() { }

    static void note(Map<String, Object> answer, Set<?> keys, Set<?> known) {
        Set<String> unknown = new TreeSet<>();
        for (Object key : keys) {
            String name = String.valueOf(key);
            if (!known.contains(name) && OPEN.stream().noneMatch(name::startsWith)) unknown.add(name);
        }
        answer.put("unknown", new ArrayList<>(unknown));
    }

    static Set<String> producer() throws Exception {
        return names(Reflect.need(CLIENTS + "producer.ProducerConfig"));
    }

    static Set<String> consumer() throws Exception {
        return names(Reflect.need(CLIENTS + "consumer.ConsumerConfig"));
    }

    static Set<String> admin() throws Exception {
        return names(Reflect.need(CLIENTS + "admin.AdminClientConfig"));
    }

    static Set<String> clients() throws Exception {
        Set<String> all = new HashSet<>(producer());
        all.addAll(consumer());
        all.addAll(admin());
        return all;
    }

    static Set<String> topic() throws Exception {
        return names(Resources.logConfig());
    }

    private static Set<String> names(Class<?> type) throws Exception {
        Set<String> known = NAMES.get(type);
        if (known != null) return known;
        Set<String> all = new HashSet<>();
        for (Object name : Reflect.list(Reflect.callStatic(type, "configNames"))) all.add((String) name);
        NAMES.put(type, all);
        return all;
    }

    /** A Streams program hands keys to its clients with and without prefix, and to its topics. */
    static void noteStreams(Map<String, Object> answer, Set<?> keys, Set<?> own) throws Exception {
        Set<Object> known = new HashSet<>(own);
        known.addAll(clients());
        for (Object key : keys) {
            String name = String.valueOf(key);
            for (String prefix : CONSUMERS) if (isBehind(name, prefix, consumer())) known.add(name);
            if (isBehind(name, "producer.", producer()) || isBehind(name, "admin.", admin()) || isBehind(name, "topic.", topic())) known.add(name);
            if (name.startsWith("client.tag.") && Reflect.has(Reflect.need("org.apache.kafka.streams.StreamsConfig"), "clientTagPrefix")) known.add(name);
        }
        note(answer, keys, known);
    }

    /** A worker hands keys to the clients of its group, where there is one, and with a prefix to those of its connectors. */
    static void noteWorker(Map<String, Object> answer, Set<?> keys, Set<?> own, boolean distributed) throws Exception {
        Set<Object> known = new HashSet<>(own);
        known.addAll(distributed ? clients() : admin());
        for (Object key : keys) {
            String name = String.valueOf(key);
            boolean client = isBehind(name, "producer.", producer()) || isBehind(name, "consumer.", consumer()) || isBehind(name, "admin.", admin());
            if (client || name.matches("(internal\\.)?(key|value|header)\\.converter\\..*") || name.matches("(admin\\.)?listeners\\.https\\..*")) known.add(name);
            for (String store : List.of("config.storage.", "offset.storage.", "status.storage.")) {
                if (distributed && isBehind(name, store, topic())) known.add(name);
            }
        }
        note(answer, keys, known);
    }

    /** A broker reads some keys for one listener, or for one mechanism of it. */
    static void noteBroker(Map<String, Object> answer, Set<?> keys, Set<?> own) {
        Set<Object> known = new HashSet<>(own);
        for (Object key : keys) {
            String name = String.valueOf(key);
            if (UNDECLARED.contains(name) || name.startsWith("listener.name.") || name.startsWith("rsm.config.") || name.startsWith("rlmm.config.")) known.add(name);
        }
        note(answer, keys, known);
    }

    static boolean isBehind(String name, String prefix, Set<?> names) {
        return name.startsWith(prefix) && names.contains(name.substring(prefix.length()));
    }
}
