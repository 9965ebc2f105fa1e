package judge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Configuration of topics, groups and client metrics, as the controller validates it against a cluster with default settings. */
final class Resources {
    private Resources() { }

    static void topic(Case asked, Map<String, Object> answer) throws Exception {
        Class<?> logConfig = logConfig();
        Properties properties = asked.properties();
        Known.note(answer, properties.keySet(), new java.util.HashSet<>(Reflect.list(Reflect.callStatic(logConfig, "configNames"))));
        Map<String, String> existing = asked.strings("existing");
        boolean remote = asked.flag("remote", true);
        Object broker = Broker.config(asked.strings("cluster"));
        if (Reflect.has(logConfig, "validateBrokerLogConfigValues")) {
            validateIn(logConfig, broker, existing, properties, remote);
        } else {
            Reflect.callStatic(logConfig, "validate", properties);
        }
        Reflect.callStatic(logConfig, "fromProps", configured(broker, logConfig), properties);
    }

    /** Parameters: [existing], new, the broker's own values, remote storage on, [from ZooKeeper]. */
    private static void validateIn(Class<?> logConfig, Object broker, Map<String, String> existing, Properties properties, boolean remote)
        throws Exception {
        Map<String, String> wanted = new HashMap<>();
        properties.forEach((key, value) -> wanted.put((String) key, (String) value));
        Map<?, ?> configured = configured(broker, logConfig);
        List<java.lang.reflect.Method> candidates = List.of(logConfig.getDeclaredMethods());
        boolean takesProperties = candidates.stream()
            .anyMatch(m -> m.getName().equals("validate") && List.of(m.getParameterTypes()).contains(Properties.class));
        boolean takesExisting = candidates.stream().anyMatch(m -> m.getName().equals("validate") && m.getParameterCount() >= 4);
        if (!takesExisting) Reflect.callStatic(logConfig, "validate", properties, configured, remote);
        // A Properties is a Map too: the order of the pool keeps the two apart.
        else if (takesProperties) Reflect.callStatic(logConfig, "validate", existing, properties, configured, remote);
        else Reflect.callStatic(logConfig, "validate", existing, wanted, configured, remote);
    }

    static Map<?, ?> configured(Object broker, Class<?> logConfig) throws Exception {
        if (Reflect.has(broker.getClass(), "extractLogConfigMap")) return (Map<?, ?>) Reflect.call(broker, "extractLogConfigMap");
        return (Map<?, ?>) Reflect.callStatic(logConfig, "extractLogConfigMap", broker);
    }

    static Class<?> logConfig() {
        return Reflect.need("org.apache.kafka.storage.internals.log.LogConfig", "kafka.log.LogConfig");
    }

    static void group(Case asked, Map<String, Object> answer) throws Exception {
        Class<?> group = Reflect.need("org.apache.kafka.coordinator.group.GroupConfig");
        Properties properties = asked.properties();
        Known.note(answer, properties.keySet(), Kafka.names(groupDef(group)));
        Object broker = Broker.config(asked.strings("cluster"));
        Object coordinator = Reflect.call(broker, "groupCoordinatorConfig");
        Object share = Reflect.has(broker.getClass(), "shareGroupConfig") ? Reflect.call(broker, "shareGroupConfig") : null;
        Reflect.callStatic(group, "validate", properties, coordinator, share);
    }

    private static Object groupDef(Class<?> group) throws Exception {
        if (Reflect.has(group, "configDef")) return Reflect.callStatic(group, "configDef");
        Object constant = Reflect.constant(group, "CONFIG");
        return constant != null ? constant : Reflect.constant(group, "CONFIG_DEF");
    }

    static void clientMetrics(Case asked, Map<String, Object> answer) throws Exception {
        Class<?> metrics = Reflect.need("org.apache.kafka.server.metrics.ClientMetricsConfigs", "kafka.metrics.ClientMetricsConfigs");
        Reflect.callStatic(metrics, "validate", "judged", asked.properties());
    }
}
