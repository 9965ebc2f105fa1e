package judge;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Connect's plug-ins are searched for once: the search takes seconds. */
final class Plug {
    private static final Set<String> WAYS = Set.of("only_scan", "hybrid_warn", "hybrid_fail", "service_load");
    private static Object plugins;

    private Plug() { }

    static Object plugins() throws Exception {
        if (plugins == null) {
            Class<?> type = Reflect.need("org.apache.kafka.connect.runtime.isolation.Plugins");
            plugins = Reflect.make(type, new HashMap<>(Map.of("plugin.discovery", "service_load")));
        }
        return plugins;
    }

    /** MirrorMaker searches the class path at every start, which takes seconds: the later searches have nothing to go through. */
    static void scanNoMore(Map<String, String> properties) throws Exception {
        plugins();
        System.setProperty("java.class.path", "");
        if (WAYS.contains(properties.getOrDefault("plugin.discovery", "hybrid_warn").toLowerCase(Locale.ROOT))) {
            properties.put("plugin.discovery", "service_load");
        }
    }

    static Object policy(Object config, String name) throws Exception {
        Class<?> face = Reflect.need("org.apache.kafka.connect.connector.policy.ConnectorClientConfigOverridePolicy");
        return Reflect.call(plugins(), "newPlugin", name, config, face);
    }
}
