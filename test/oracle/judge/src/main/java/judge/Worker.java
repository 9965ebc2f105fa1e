package judge;

import java.util.HashMap;
import java.util.Map;

/** A Connect worker: its configuration, REST server and client, override policy, embedded clients, membership of the group. */
final class Worker {
    static final String RUNTIME = "org.apache.kafka.connect.runtime.";
    private static final String STORAGE = "org.apache.kafka.connect.storage.";
    private static final String BYTES = "org.apache.kafka.common.serialization.ByteArray";

    private Worker() { }

    static void distributed(Case asked, Map<String, Object> answer) throws Exception {
        Class<?> type = Reflect.need(RUNTIME + "distributed.DistributedConfig");
        Object config = parse(asked, answer, type);
        rest(config);
        Object policy = Plug.policy(config, (String) Reflect.call(config, "getString", "connector.client.config.override.policy"));
        topics(config);
        stores(config);
        member(config);
        converters(config);
        connectorClients(config, policy);
    }

    /** What the stores of offsets, statuses and configurations make of their topics' names and settings before they are started. */
    private static void topics(Object config) throws Exception {
        for (String store : new String[] {"offset", "status", "config"}) {
            String topic = (String) Reflect.call(config, "getString", store + ".storage.topic");
            if (topic.trim().isEmpty()) throw Kafka.configException("The topic of the " + store + " store must be specified");
            if (Reflect.has(config.getClass(), store + "StorageTopicSettings")) Reflect.call(config, store + "StorageTopicSettings");
        }
    }

    /** The file of offsets is read at the start, where it is there. */
    private static void offsetsFile(Object config) throws Exception {
        Object store = Reflect.make(Reflect.need(STORAGE + "FileOffsetBackingStore"));
        Reflect.call(store, "configure", config);
        Reflect.call(store, "start");
    }

    static void standalone(Case asked, Map<String, Object> answer) throws Exception {
        Class<?> type = Reflect.need(RUNTIME + "standalone.StandaloneConfig");
        Object config = parse(asked, answer, type);
        rest(config);
        Object policy = Plug.policy(config, (String) Reflect.call(config, "getString", "connector.client.config.override.policy"));
        offsetsFile(config);
        Clients.constructAdmin((Map<?, ?>) Reflect.call(config, "originals")); // which asks for the id of the cluster
        converters(config);
        connectorClients(config, policy);
    }

    /** The converters of a task: its connector's, or where that names none its worker's. */
    static void converters(Object config) throws Exception {
        Map<?, ?> written = (Map<?, ?>) Reflect.call(config, "originals");
        Object[] usages = Reflect.need(RUNTIME + "isolation.Plugins$ClassLoaderUsage").getEnumConstants();
        for (String key : new String[] {"key.converter", "value.converter"}) {
            if (written.containsKey(key)) Reflect.call(Plug.plugins(), "newConverter", config, key, usages[usages.length - 1], version(config, key));
        }
        if (!written.containsKey("header.converter")) return;
        Reflect.call(Plug.plugins(), "newHeaderConverter", config, "header.converter", usages[usages.length - 1], version(config, "header.converter"));
    }

    /** The key that says which version of a converter is wanted, where one is; without it the newest is. */
    private static String version(Object config, String key) throws Exception {
        Object wanted = ((Map<?, ?>) Reflect.call(config, "values")).get(key + ".plugin.version");
        return wanted == null ? null : key + ".plugin.version";
    }

    private static Object parse(Case asked, Map<String, Object> answer, Class<?> type) throws Exception {
        Map<String, String> properties = asked.map();
        Object config = Reflect.make(type, properties);
        Reflect.set(config, "kafkaClusterId", "judged");
        Known.noteWorker(answer, properties.keySet(), ((Map<?, ?>) Reflect.call(config, "values")).keySet(), type.getSimpleName().startsWith("Distributed"));
        if (asked.flag("values", false)) Kafka.noteValues(answer, config);
        return config;
    }

    private static void rest(Object config) throws Exception {
        Class<?> client = Reflect.need(RUNTIME + "rest.RestClient");
        Object restClient = Reflect.make(client, config);
        Class<?> later = Reflect.find(RUNTIME + "rest.ConnectRestServer");
        Object server = later == null
            ? Reflect.make(Reflect.need(RUNTIME + "rest.RestServer"), config)
            : Reflect.make(later, 10_000, restClient, Reflect.call(config, "originals"));
        Reflect.call(server, "advertisedUrl");
        Object face = Reflect.need("org.apache.kafka.connect.rest.ConnectRestExtension");
        Reflect.call(Plug.plugins(), "newPlugins", Reflect.call(config, "getList", "rest.extension.classes"), config, face);
    }

    /** The admin, producer and consumer of the offset, configuration and status topics, made from the worker's own keys. */
    static void stores(Object config) throws Exception {
        Map<?, ?> originals = (Map<?, ?>) Reflect.call(config, "originals");
        Clients.constructAdmin(originals);
        Map<Object, Object> producer = new HashMap<>(originals);
        producer.putAll(Map.of("key.serializer", BYTES + "Serializer", "value.serializer", BYTES + "Serializer",
            "delivery.timeout.ms", Integer.MAX_VALUE));
        // Since producers are idempotent of themselves, the worker says that these are not.
        if (idempotentByDefault()) producer.put("enable.idempotence", "false");
        Clients.constructProducer(producer);
        Map<Object, Object> consumer = new HashMap<>(originals);
        consumer.putAll(Map.of("key.deserializer", BYTES + "Deserializer", "value.deserializer", BYTES + "Deserializer",
            "auto.offset.reset", "earliest", "enable.auto.commit", "false"));
        Clients.constructConsumer(consumer);
    }

    private static boolean idempotentByDefault() throws Exception {
        Object definition = Reflect.callStatic(Reflect.need("org.apache.kafka.clients.producer.ProducerConfig"), "configDef");
        return Boolean.TRUE.equals(((Map<?, ?>) Reflect.call(definition, "defaultValues")).get("enable.idempotence"));
    }

    /** The worker's place in the group, where heartbeat and session time-outs meet. */
    static void member(Object config) throws Exception {
        if (Reflect.find(RUNTIME + "rest.RestServerConfig") == null) {
            heartbeat(config);
            return;
        }
        Class<?> type = Reflect.need(RUNTIME + "distributed.WorkerGroupMember");
        Map<String, String> local = new HashMap<>();
        Map<Object, Object> loopback = Clients.loopback((Map<?, ?>) Reflect.call(config, "originals"));
        loopback.forEach((key, value) -> local.put((String) key, String.valueOf(value)));
        Object again = Reflect.make(config.getClass(), local);
        Reflect.set(again, "kafkaClusterId", "judged"); // else it is asked of the brokers
        Object member = Reflect.make(type, again, "http://localhost:8083/", Kafka.systemTime(), "judged", Kafka.logContext());
        Reflect.call(member, "stop");
    }

    /** What a member checks, where its constructor would also ask the brokers for the id of their cluster. */
    private static void heartbeat(Object config) throws Exception {
        Class<?> protocol = Reflect.need("org.apache.kafka.clients.GroupRebalanceConfig$ProtocolType");
        Object connect = Reflect.callStatic(protocol, "valueOf", "CONNECT");
        Object group = Reflect.make(Reflect.need("org.apache.kafka.clients.GroupRebalanceConfig"), config, connect);
        Reflect.make(Reflect.need("org.apache.kafka.clients.consumer.internals.Heartbeat"), group, Kafka.systemTime());
    }

    /** What `producer.`, `consumer.` and `admin.` keys of the worker do to the clients of any connector. */
    private static void connectorClients(Object config, Object policy) throws Exception {
        sourceClients(config, policy);
        consumer(config, bareConnector(), policy);
        exactlyOnceProducer(config, policy);
    }

    /** The producer of a source's task where the worker supports exactly-once. */
    static void exactlyOnceProducer(Object config, Object policy) throws Exception {
        if (!Reflect.has(config.getClass(), "exactlyOnceSourceEnabled") || !Boolean.TRUE.equals(Reflect.call(config, "exactlyOnceSourceEnabled"))) return;
        String exactlyOnce = "exactlyOnceSourceTaskProducerConfigs";
        Clients.constructProducer(clientConfig(exactlyOnce, exactlyOnce, config, bareConnector(), policy, "SOURCE"));
    }

    /** The clients of a source connector, whose tasks produce. */
    static void sourceClients(Object config, Object policy) throws Exception {
        producer(config, bareConnector(), policy);
        admin(config, bareConnector(), policy);
    }

    private static Object bareConnector() throws Exception {
        Map<String, String> bare = new HashMap<>(Map.of("name", "judged", "connector.class", "org.apache.kafka.connect.file.FileStreamSinkConnector", "topics", "t"));
        return Reflect.make(Reflect.need(RUNTIME + "ConnectorConfig"), Plug.plugins(), bare);
    }

    static void producer(Object config, Object connector, Object policy) throws Exception {
        Clients.constructProducer(clientConfig("baseProducerConfigs", "producerConfigs", config, connector, policy, "SOURCE"));
    }

    static void consumer(Object config, Object connector, Object policy) throws Exception {
        Clients.constructConsumer(clientConfig("baseConsumerConfigs", "consumerConfigs", config, connector, policy, "SINK"));
    }

    static void admin(Object config, Object connector, Object policy) throws Exception {
        Clients.constructAdmin(clientConfig("adminConfigs", "adminConfigs", config, connector, policy, "SINK"));
    }

    private static Map<?, ?> clientConfig(String name, String earlier, Object config, Object connector, Object policy, String kind)
        throws Exception {
        Class<?> worker = Reflect.need(RUNTIME + "Worker");
        Object task = Reflect.make(Reflect.need("org.apache.kafka.connect.util.ConnectorTaskId"), "judged", 0);
        Class<?> type = Reflect.find("org.apache.kafka.connect.sink.SinkConnector");
        Object connectorKind = null;
        for (Object constant : Reflect.need("org.apache.kafka.connect.health.ConnectorType").getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(kind)) connectorKind = constant;
        }
        String method = Reflect.has(worker, name) ? name : earlier;
        return (Map<?, ?>) Reflect.callStatic(worker, method, task, "judged", "judged", config, connector, type, policy, "judged", connectorKind);
    }
}
