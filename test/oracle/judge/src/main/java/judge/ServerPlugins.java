package judge;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** The classes that a server makes objects of beside those of its listeners, and what reads its file past the definition. */
final class ServerPlugins {
    private static final String SERVER = "org.apache.kafka.server.";

    private ServerPlugins() { }

    static void make(Object config, Properties properties, Set<String> roles) throws Exception {
        metrics(config, properties);
        instance(config, "client.quota.callback.class", SERVER + "quota.ClientQuotaCallback");
        // The controller asks them; while there was ZooKeeper, every broker did.
        if (!roles.equals(Set.of("broker"))) {
            instance(config, "create.topic.policy.class.name", SERVER + "policy.CreateTopicPolicy");
            instance(config, "alter.config.policy.class.name", SERVER + "policy.AlterConfigPolicy");
        }
        if (roles.equals(Set.of("controller"))) return;
        replicaSelector(config);
        persister(config);
    }

    /** The metrics of the old library are filtered by the same patterns as those of the new one, whatever the reporters are. */
    static void metrics(Object config, Properties properties) throws Exception {
        Class<?> yammer = Reflect.find(SERVER + "metrics.KafkaYammerMetrics", "kafka.metrics.KafkaYammerMetrics");
        if (yammer != null) Reflect.call(Reflect.constant(yammer, "INSTANCE"), "configure", Reflect.call(config, "originals"));
        oldReporters(properties);
        Class<?> level = Reflect.need("org.apache.kafka.common.metrics.Sensor$RecordingLevel");
        Reflect.callStatic(level, "forName", ((Map<?, ?>) Reflect.call(config, "values")).get("metrics.recording.level"));
        Class<?> reporter = Reflect.need("org.apache.kafka.common.metrics.MetricsReporter");
        Map<String, Object> more = new HashMap<>(Map.of("broker.id", "1", "cluster.id", "judged"));
        Reflect.call(config, "getConfiguredInstances", "metric.reporters", reporter, more);
    }

    /** KafkaMetricsReporter.startReporters, which would write files, and only once in a process. */
    private static void oldReporters(Properties properties) throws Exception {
        Class<?> verifiable = Reflect.find(SERVER + "util.VerifiableProperties", "kafka.utils.VerifiableProperties");
        Class<?> metrics = Reflect.find(SERVER + "metrics.KafkaMetricsConfig", "kafka.metrics.KafkaMetricsConfig");
        if (verifiable == null || metrics == null) return;
        Object read = Reflect.make(verifiable, properties);
        Object own = Reflect.make(metrics, read);
        Class<?> reporter = Reflect.need("kafka.metrics.KafkaMetricsReporter");
        for (Object name : Reflect.list(Reflect.call(own, "reporters"))) {
            load((String) name, reporter);
            if (name.equals("kafka.metrics.KafkaCSVMetricsReporter")) Reflect.call(read, "getBoolean", "kafka.csv.metrics.reporter.enabled", false);
        }
    }

    private static void instance(Object config, String key, String wanted) throws Exception {
        Class<?> type = Reflect.find(wanted);
        if (type != null && ((Map<?, ?>) Reflect.call(config, "values")).containsKey(key)) Reflect.call(config, "getConfiguredInstance", key, type);
    }

    /** ReplicaManager.createReplicaSelector. */
    private static void replicaSelector(Object config) throws Exception {
        String name = (String) ((Map<?, ?>) Reflect.call(config, "values")).get("replica.selector.class");
        if (name == null) return;
        if (name.isEmpty()) throw Kafka.configException("replica.selector.class names no class");
        load(name, Reflect.need("org.apache.kafka.common.replica.ReplicaSelector")).getDeclaredConstructor().newInstance();
    }

    /** BrokerServer.createShareStatePersister: of two classes one, or none. 4.0 makes one only where share groups are switched on by hand. */
    private static void persister(Object config) throws Exception {
        String name = (String) ((Map<?, ?>) Reflect.call(config, "values")).get("group.share.persister.class.name");
        if (name == null || name.isEmpty() || Reflect.find(SERVER + "share.persister.NoOpStatePersister") == null) return;
        load(name, Object.class);
        if (name.matches(".*\\.persister\\.(Default|NoOp)StatePersister")) return;
        throw new IllegalArgumentException("Unknown persister specified " + name);
    }

    private static Class<?> load(String name, Class<?> wanted) throws Exception {
        Class<?> found = Class.forName(name);
        if (!wanted.isAssignableFrom(found)) throw new ClassCastException(name + " is not a " + wanted.getName());
        return found;
    }
}
