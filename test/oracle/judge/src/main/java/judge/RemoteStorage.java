package judge;

import java.util.Map;

/** What BrokerServer asks of tiered storage when it makes its RemoteLogManager (3.6 and later), which would need a running broker. */
final class RemoteStorage {
    private RemoteStorage() { }

    static void check(Object config) throws Exception {
        if (Reflect.find("kafka.log.remote.RemoteLogManager", "org.apache.kafka.server.log.remote.storage.RemoteLogManager") == null) return;
        Map<?, ?> values = (Map<?, ?>) Reflect.call(config, "values");
        if (!Boolean.TRUE.equals(values.get("remote.log.storage.system.enable"))) return;
        loadable(values, "remote.log.storage.manager");
        loadable(values, "remote.log.metadata.manager");
        metadataListener(config, values);
    }

    /** Loading the class named null is a NullPointerException in RemoteLogManager.createDelegate. */
    private static void loadable(Map<?, ?> values, String manager) throws Exception {
        Object name = values.get(manager + ".class.name");
        if (name == null) throw Kafka.configException(manager + ".class.name is not set while remote.log.storage.system.enable is true");
        Object path = values.get(manager + ".class.path");
        if (path == null || String.valueOf(path).isBlank()) Class.forName((String) name);
    }

    private static void metadataListener(Object config, Map<?, ?> values) throws Exception {
        Object name = values.get("remote.log.metadata.manager.listener.name");
        if (name == null) return;
        for (Object listener : Reflect.list(Reflect.call(config, "dataPlaneListeners"))) {
            String own = (String) Reflect.call(Channels.nameOf(listener), "value");
            if (own.equalsIgnoreCase((String) name)) return;
        }
        throw Kafka.configException("Invalid value " + name + " for configuration remote.log.metadata.manager.listener.name: no such broker listener");
    }
}
