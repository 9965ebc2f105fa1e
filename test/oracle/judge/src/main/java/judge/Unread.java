package judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The keys of a MirrorMaker file that reach nobody: without them every worker and connector is given the same, or nobody there knows them. */
final class Unread {
    private static final List<String> CLIENTS = List.of("", "source.cluster.", "target.cluster.", "source.", "target.");

    private static final Set<String> READ = new HashSet<>();

    private Unread() { }

    /** Who is given something, and what of it he does not know. */
    private record Reader(Map<String, String> given, Set<String> unknown) { }

    static void note(Map<String, Object> answer, Set<String> keys, Map<String, String> properties, Object config, List<Object> pairs)
        throws Exception {
        Set<Object> own = new HashSet<>(((Map<?, ?>) Reflect.call(config, "values")).keySet());
        own.addAll(Kafka.names(Reflect.constant(Reflect.need(Mirror.MIRROR + "MirrorClientConfig"), "CLIENT_CONFIG_DEF"))); // read, though clusters may have their own
        List<Reader> readers = readers(config, pairs);
        Set<String> unread = new TreeSet<>();
        for (String key : keys) {
            if (own.contains(key) || key.startsWith("config.providers.") || isOfSearch(key, readers.get(0))) continue;
            // What names a cluster is seldom overridden: once read, read in every file that says the same.
            String line = pairs + key + "=" + properties.get(key);
            if (READ.contains(line)) continue;
            boolean kept = key.equals("plugin.discovery");
            if (!kept && (changes(readers, config, without(properties, key), pairs) || changes(readers, config, other(properties, key), pairs))) {
                if (key.contains("->") || key.matches("[AB]\\..*")) READ.add(line);
            } else {
                unread.add(key);
            }
        }
        answer.put("unknown", new ArrayList<>(unread));
    }

    private static Map<String, String> without(Map<String, String> properties, String key) {
        Map<String, String> others = new HashMap<>(properties);
        others.remove(key);
        return others;
    }

    /** With another value, since what is written may be the default. */
    private static Map<String, String> other(Map<String, String> properties, String key) {
        Map<String, String> others = new HashMap<>(properties);
        others.put(key, "judged " + others.get(key));
        return others;
    }

    /** Whether a file makes other flows, or somebody is given something else that he knows; where it is refused, the key was read. */
    private static boolean changes(List<Reader> readers, Object config, Map<String, String> others, List<Object> pairs) {
        try {
            Object changed = Reflect.make(config.getClass(), others);
            return !Set.copyOf(Reflect.list(Reflect.call(changed, "clusterPairs"))).equals(Set.copyOf(pairs)) || isRead(readers, changed, pairs);
        } catch (Exception refused) {
            return true;
        }
    }

    /** Plug-ins are searched for with the file's own keys, before any flow is looked at. */
    private static boolean isOfSearch(String key, Reader worker) throws Exception {
        return key.startsWith("plugin.") && definedByWorker(worker.given()).contains(key);
    }

    private static boolean isRead(List<Reader> readers, Object less, List<Object> pairs) throws Exception {
        List<Map<String, String>> given = given(less, pairs);
        for (int i = 0; i < given.size(); i++) {
            Reader reader = readers.get(i);
            for (Map.Entry<String, String> entry : reader.given().entrySet()) {
                boolean hangsOnIt = !entry.getValue().equals(given.get(i).get(entry.getKey()));
                if (hangsOnIt && !reader.unknown().contains(entry.getKey())) return true;
            }
        }
        return false;
    }

    private static List<Reader> readers(Object config, List<Object> pairs) throws Exception {
        List<Reader> readers = new ArrayList<>();
        List<Map<String, String>> given = given(config, pairs);
        int kinds = 1 + Mirror.CONNECTORS.size();
        for (int i = 0; i < given.size(); i++) {
            Map<String, String> own = given.get(i);
            readers.add(new Reader(own, i % kinds == 0 ? unknownToWorker(own) : unknownToConnector(Mirror.CONNECTORS.get(i % kinds - 1), own)));
        }
        return readers;
    }

    /** For each flow what its worker is given, then what each of its connectors. */
    private static List<Map<String, String>> given(Object config, List<Object> pairs) throws Exception {
        List<Map<String, String>> all = new ArrayList<>();
        for (Object pair : pairs) {
            Map<String, String> worker = new HashMap<>();
            ((Map<?, ?>) Reflect.call(config, "workerConfig", pair)).forEach((key, value) -> worker.put((String) key, (String) value));
            all.add(worker);
            for (String name : Mirror.CONNECTORS) all.add(Mirror.connectorConfig(config, pair, name));
        }
        return all;
    }

    @SuppressWarnings("unchecked")
    private static Set<String> unknownToWorker(Map<String, String> own) throws Exception {
        Map<String, Object> noted = new HashMap<>();
        Known.noteWorker(noted, own.keySet(), definedByWorker(own), true);
        return new HashSet<>((List<String>) noted.getOrDefault("unknown", List.of()));
    }

    private static Set<?> definedByWorker(Map<String, String> own) throws Exception {
        Object worker = Reflect.make(Reflect.need(Worker.RUNTIME + "distributed.DistributedConfig"), own);
        return ((Map<?, ?>) Reflect.call(worker, "values")).keySet();
    }

    @SuppressWarnings("unchecked")
    private static Set<String> unknownToConnector(String connector, Map<String, String> own) throws Exception {
        Map<String, Object> noted = new HashMap<>();
        Connectors.validate(Connectors.herder(Map.of("connector.client.config.override.policy", "All")), own, noted);
        Set<String> unknown = new HashSet<>((List<String>) noted.getOrDefault("unknown", List.of()));
        unknown.removeAll(((Map<?, ?>) Reflect.call(Reflect.make(Mirror.configType(connector), own), "values")).keySet());
        for (String key : List.copyOf(unknown)) if (isOfClient(key)) unknown.remove(key);
        return unknown;
    }

    private static boolean isOfClient(String key) throws Exception {
        for (String prefix : CLIENTS) {
            if (prefix.endsWith("cluster.") && Known.isBehind(key, prefix, Known.clients())) return true;
            boolean producer = Known.isBehind(key, prefix + "producer.", Known.producer());
            if (producer || Known.isBehind(key, prefix + "consumer.", Known.consumer()) || Known.isBehind(key, prefix + "admin.", Known.admin())) return true;
        }
        return false;
    }
}
