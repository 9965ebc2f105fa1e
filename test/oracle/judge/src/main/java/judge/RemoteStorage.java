package judge;

import java.util.HashMap;
import java.util.Map;

/** What BrokerServer asks of tiered storage when it makes its RemoteLogManager (3.6 and later), which would need a running broker. */
final class RemoteStorage {
    private static final String TOPIC_BASED = "org.apache.kafka.server.log.remote.metadata.storage.TopicBasedRemoteLogMetadataManager";

    private RemoteStorage() { }

    static void check(Object config) throws Exception {
        if (Reflect.find("kafka.log.remote.RemoteLogManager", "org.apache.kafka.server.log.remote.storage.RemoteLogManager") == null) return;
        Map<?, ?> values = (Map<?, ?>) Reflect.call(config, "values");
        if (!Boolean.TRUE.equals(values.get("remote.log.storage.system.enable"))) return;
        named(values, "remote.log.storage.manager");
        named(values, "remote.log.metadata.manager");
        metadataListener(config, values);
        metadataTopic(config, values);
        // Last, since a class that is not there says nothing of the rest.
        load(values, "remote.log.storage.manager");
        load(values, "remote.log.metadata.manager");
    }

    /** Kafka's own manager of metadata parses what stands behind the prefix; the broker adds where to find the topic. */
    private static void metadataTopic(Object config, Map<?, ?> values) throws Exception {
        Class<?> type = Reflect.find(TOPIC_BASED + "Config");
        if (type == null || !TOPIC_BASED.equals(values.get("remote.log.metadata.manager.class.name"))) return;
        Map<Object, Object> own = new HashMap<>();
        own.putAll((Map<?, ?>) Reflect.call(config, "originalsWithPrefix", values.get("remote.log.metadata.manager.impl.prefix")));
        own.putAll(Map.of("remote.log.metadata.common.client.bootstrap.servers", "127.0.0.1:9", "broker.id", 1, "log.dir", "judged"));
        Reflect.make(type, own);
    }

    /** Loading the class named null is a NullPointerException in RemoteLogManager.createDelegate. */
    private static void named(Map<?, ?> values, String manager) throws Exception {
        if (values.get(manager + ".class.name") != null) return;
        throw Kafka.configException(manager + ".class.name is not set while remote.log.storage.system.enable is true");
    }

    private static void load(Map<?, ?> values, String manager) throws Exception {
        Object path = values.get(manager + ".class.path");
        if (path == null || String.valueOf(path).isBlank()) Class.forName((String) values.get(manager + ".class.name")).getDeclaredConstructor().newInstance();
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
