package judge;

import java.util.HashMap;
import java.util.Map;

/** Connect's plug-ins are searched for once: the search takes seconds. */
final class Plug {
    private static Object plugins;

    private Plug() { }

    static Object plugins() throws Exception {
        if (plugins == null) {
            Class<?> type = Reflect.need("org.apache.kafka.connect.runtime.isolation.Plugins");
            plugins = Reflect.make(type, new HashMap<>(Map.of("plugin.discovery", "service_load")));
        }
        return plugins;
    }

    /** MirrorMaker searches the class path at every start, and for seconds before 3.6: the second search has nothing to go through. */
    static void scanNoMore() throws Exception {
        plugins();
        System.setProperty("java.class.path", "");
    }

    static Object policy(Object config, String name) throws Exception {
        Class<?> face = Reflect.need("org.apache.kafka.connect.connector.policy.ConnectorClientConfigOverridePolicy");
        return Reflect.call(plugins(), "newPlugin", name, config, face);
    }
}
