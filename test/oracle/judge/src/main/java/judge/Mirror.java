package judge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** MirrorMaker 2: for each flow a worker and three connectors, all derived from one file. */
final class Mirror {
    static final String MIRROR = "org.apache.kafka.connect.mirror.";
    static final List<String> CONNECTORS = List.of("MirrorSourceConnector", "MirrorHeartbeatConnector", "MirrorCheckpointConnector");

    private Mirror() { }

    static void mirrorMaker(Case asked, Map<String, Object> answer) throws Exception {
        Map<String, String> properties = asked.map();
        Plug.scanNoMore(properties);
        Object config = Reflect.make(Reflect.need(MIRROR + "MirrorMakerConfig"), properties);
        if (asked.flag("values", false)) Kafka.noteValues(answer, config);
        List<Object> pairs = Reflect.list(Reflect.call(config, "clusterPairs"));
        Set<String> flows = new TreeSet<>();
        for (Object pair : pairs) flows.add(pair.toString());
        answer.put("flows", List.copyOf(flows));
        if (pairs.isEmpty()) throw new IllegalArgumentException("No source->target replication flows.");
        for (Object pair : pairs) worker(config, pair);
        for (Object pair : pairs) connectors(config, pair);
        Unread.note(answer, asked.map().keySet(), properties, config, pairs);
    }

    /** What a connector of a flow is given. */
    static Map<String, String> connectorConfig(Object config, Object pair, String name) throws Exception {
        Map<String, String> own = new HashMap<>();
        Map<?, ?> base = (Map<?, ?>) Reflect.call(config, "connectorBaseConfig", pair, Reflect.need(MIRROR + name));
        base.forEach((key, value) -> own.put((String) key, (String) value));
        return own;
    }

    private static void worker(Object config, Object pair) throws Exception {
        Map<?, ?> own = (Map<?, ?>) Reflect.call(config, "workerConfig", pair);
        Object worker = Reflect.make(Reflect.need(Worker.RUNTIME + "distributed.DistributedConfig"), own);
        Worker.stores(worker);
        Worker.member(worker);
        Worker.converters(worker);
        Worker.sourceClients(worker, Plug.policy(worker, "All"));
        Worker.exactlyOnceProducer(worker, Plug.policy(worker, "All"));
    }

    private static void connectors(Object config, Object pair) throws Exception {
        Object herder = Connectors.herder(Map.of("connector.client.config.override.policy", "All"));
        for (String name : CONNECTORS) {
            Map<String, String> own = connectorConfig(config, pair, name);
            Connectors.validate(herder, own, new HashMap<>());
            Object parsed = Reflect.make(configType(name), own);
            clients(name, parsed);
            Reflect.make(Reflect.need(Worker.RUNTIME + "SourceConnectorConfig"), Plug.plugins(), own, true);
            if (name.equals("MirrorSourceConnector") && !Boolean.FALSE.equals(Reflect.call(parsed, "enabled"))) taskProducer(config, pair, own);
        }
    }

    /** What a task of a flow produces with: the worker's producer, with the overrides of the flow. */
    private static void taskProducer(Object config, Object pair, Map<String, String> own) throws Exception {
        Map<?, ?> worker = (Map<?, ?>) Reflect.call(config, "workerConfig", pair);
        Object parsed = Reflect.make(Reflect.need(Worker.RUNTIME + "distributed.DistributedConfig"), worker);
        Object connector = Reflect.make(Reflect.need(Worker.RUNTIME + "ConnectorConfig"), Plug.plugins(), own);
        Worker.converters(connector);
        Worker.producer(parsed, connector, Plug.policy(parsed, "All"));
    }

    static Class<?> configType(String connector) {
        return Reflect.find(MIRROR + connector.replace("Connector", "Config"), MIRROR + "MirrorConnectorConfig");
    }

    /** The clients that a connector and its tasks make when they start. */
    static void clients(String connector, Object config) throws Exception {
        boolean heartbeats = connector.equals("MirrorHeartbeatConnector");
        if (!heartbeats && Boolean.FALSE.equals(Reflect.call(config, "enabled"))) return;
        if (Reflect.has(config.getClass(), "replicationPolicy")) Reflect.call(config, "replicationPolicy");
        Clients.constructAdmin((Map<?, ?>) Reflect.call(config, "targetAdminConfig", "judged"));
        if (heartbeats) return;
        Clients.constructAdmin((Map<?, ?>) Reflect.call(config, "sourceAdminConfig", "judged"));
        for (String plugin : new String[] {"replicationPolicy", "topicFilter", "groupFilter", "configPropertyFilter"}) {
            if (Reflect.has(config.getClass(), plugin)) Reflect.call(config, plugin);
        }
        if (connector.equals("MirrorSourceConnector")) {
            consumer(config, "sourceConsumerConfig");
            Map<Object, Object> producer = new HashMap<>((Map<?, ?>) Reflect.call(config, first(config, "offsetSyncsTopicProducerConfig", "sourceProducerConfig"), "judged"));
            Clients.fillProducer(producer);
            Clients.constructProducer(producer);
        } else {
            consumer(config, first(config, "offsetSyncsTopicConsumerConfig", "sourceConsumerConfig"));
        }
    }

    /** The newer of two methods, where the release has it. */
    private static String first(Object config, String newer, String older) {
        return Reflect.has(config.getClass(), newer) ? newer : older;
    }

    private static void consumer(Object config, String method) throws Exception {
        Map<Object, Object> consumer = new HashMap<>((Map<?, ?>) Reflect.call(config, method, "judged"));
        Clients.fillConsumer(consumer);
        Clients.constructConsumer(consumer);
    }
}
