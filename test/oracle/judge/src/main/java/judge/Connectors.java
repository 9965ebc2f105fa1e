package judge;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A connector as the herder validates it, then what its tasks make of it: transformations, predicates, embedded clients. */
final class Connectors {
    private static final String JSON = "org.apache.kafka.connect.json.JsonConverter";
    private static final Map<Map<String, String>, Object> HERDERS = new HashMap<>();
    /** Keys that others read than the connector: its clients, plug-ins, topics. */
    private static final Pattern NESTED = Pattern.compile(
        "(producer|consumer|admin)\\.override\\.|(transforms|predicates|topic\\.creation)\\.[^.]+\\.|(key|value|header)\\.converter\\.");

    private Connectors() { }

    static void connector(Case asked, Map<String, Object> answer) throws Exception {
        Map<String, String> properties = asked.map();
        Object herder = herder(asked.strings("worker"));
        validate(herder, properties, answer);
        Object workerConfig = Reflect.field(Reflect.field(herder, "worker"), "config");
        String policy = (String) Reflect.call(workerConfig, "getString", "connector.client.config.override.policy");
        run(properties, workerConfig, Plug.policy(workerConfig, policy));
        mirror(properties);
    }

    /** MirrorMaker's connectors make clients of their own when they start. */
    private static void mirror(Map<String, String> properties) throws Exception {
        String className = properties.get("connector.class").trim();
        for (String name : Mirror.CONNECTORS) {
            if (!className.equals(Mirror.MIRROR + name) && !className.equals(name) && !className.equals(name.replace("Connector", ""))) continue;
            Mirror.clients(name, Reflect.make(Mirror.configType(name), properties));
        }
    }

    /** Throws what validation found first; lists all of it under `errors`. */
    static void validate(Object herder, Map<String, String> properties, Map<String, Object> answer) throws Exception {
        Function<Object, Object> stage = any -> null;
        Object infos = Reflect.call(herder, "validateConnectorConfig", properties, stage, false);
        Map<String, List<String>> errors = new HashMap<>();
        Set<String> known = new HashSet<>();
        for (Object info : Reflect.list(Reflect.call(infos, Reflect.has(infos.getClass(), "values") ? "values" : "configs"))) note(info, errors, known);
        Set<String> own = new HashSet<>(properties.keySet());
        own.removeIf(key -> NESTED.matcher(key).lookingAt());
        Known.note(answer, own, known);
        if (errors.isEmpty()) return;
        answer.put("errors", errors);
        throw Kafka.configException(new java.util.TreeMap<>(errors).values().stream().findFirst().map(list -> list.get(0)).orElse("invalid"));
    }

    private static void note(Object info, Map<String, List<String>> errors, Set<String> known) throws Exception {
        Object value = Reflect.call(info, Reflect.has(info.getClass(), "configValue") ? "configValue" : "value");
        String name = (String) Reflect.call(value, "name");
        if (Reflect.call(info, "configKey") != null) known.add(name);
        List<String> own = new ArrayList<>();
        for (Object error : Reflect.list(Reflect.call(value, "errors"))) own.add((String) error);
        // MirrorMaker goes on without a connector that is switched off.
        own.removeIf(error -> error.contains("can't run with"));
        if (!own.isEmpty()) errors.put(name, own);
    }

    private static void run(Map<String, String> properties, Object workerConfig, Object policy) throws Exception {
        Class<?> face = Reflect.need("org.apache.kafka.connect.sink.SinkConnector");
        Object plugins = Plug.plugins();
        Object connector = Reflect.call(plugins, "newConnector", properties.get("connector.class").trim());
        boolean sink = face.isInstance(connector);
        Object config = sink
            ? Reflect.make(Reflect.need(Worker.RUNTIME + "SinkConnectorConfig"), plugins, properties)
            : Reflect.make(Reflect.need(Worker.RUNTIME + "SourceConnectorConfig"), plugins, properties, true);
        Object task = Reflect.make(Reflect.need("org.apache.kafka.connect.util.ConnectorTaskId"), "judged", 0);
        String chain = Reflect.has(config.getClass(), "transformationStages") ? "transformationStages" : "transformations";
        Reflect.call(config, chain, plugins, task, metrics(workerConfig));
        Worker.converters(config);
        if (sink) {
            Worker.consumer(workerConfig, config, policy);
            deadLetters(workerConfig, config, policy);
        } else {
            Worker.producer(workerConfig, config, policy);
            if (Boolean.TRUE.equals(Reflect.call(workerConfig, "topicCreationEnable")) && Boolean.TRUE.equals(Reflect.call(config, "usesTopicCreation"))) Worker.admin(workerConfig, config, policy);
        }
    }

    private static void deadLetters(Object workerConfig, Object config, Object policy) throws Exception {
        String topic = (String) Reflect.call(config, "dlqTopicName");
        if (topic == null || topic.isEmpty()) return;
        Worker.producer(workerConfig, config, policy);
        Worker.admin(workerConfig, config, policy);
    }

    private static Object metrics(Object workerConfig) throws Exception {
        Class<?> type = Reflect.find(Worker.RUNTIME + "ConnectMetrics");
        return type == null ? null : Reflect.make(type, "judged", workerConfig, Kafka.systemTime(), "judged");
    }

    /** A standalone herder over a worker with the given settings; one is made for each set of them. */
    static Object herder(Map<String, String> settings) throws Exception {
        Object made = HERDERS.get(settings);
        if (made != null) return made;
        Map<String, String> properties = new HashMap<>(Map.of("bootstrap.servers", "127.0.0.1:9", "key.converter", JSON,
            "value.converter", JSON, "offset.storage.file.filename", "offsets"));
        properties.putAll(settings);
        Object config = Reflect.make(Reflect.need(Worker.RUNTIME + "standalone.StandaloneConfig"), properties);
        Reflect.set(config, "kafkaClusterId", "judged");
        Object policy = Plug.policy(config, (String) Reflect.call(config, "getString", "connector.client.config.override.policy"));
        Object worker = worker(config, policy);
        Object herder = Reflect.make(Reflect.need(Worker.RUNTIME + "standalone.StandaloneHerder"), worker, "judged", policy);
        HERDERS.put(settings, herder);
        return herder;
    }

    private static Object worker(Object config, Object policy) throws Exception {
        Class<?> type = Reflect.need(Worker.RUNTIME + "Worker");
        Class<?> brokers = Reflect.find("org.apache.kafka.connect.util.ConnectUtils");
        if (brokers != null && Reflect.has(brokers, "lookupKafkaClusterId")) return bareWorker(type, config, policy);
        Class<?> store = Reflect.need("org.apache.kafka.connect.storage.OffsetBackingStore");
        Object offsets = Proxy.newProxyInstance(store.getClassLoader(), new Class<?>[] {store}, (proxy, method, arguments) -> null);
        return Reflect.make(type, "judged", Kafka.systemTime(), Plug.plugins(), config, offsets, policy);
    }

    /** Before 3.6 the constructor asks the brokers for the id of their cluster: here it is left out, and what validation reads is put in. */
    private static Object bareWorker(Class<?> type, Object config, Object policy) throws Exception {
        Object worker = Reflect.bare(type);
        Reflect.set(worker, "config", config);
        Reflect.set(worker, "plugins", Plug.plugins());
        Reflect.set(worker, "connectorClientConfigOverridePolicy", policy);
        Reflect.set(worker, "workerConfigTransformer", Reflect.call(worker, "initConfigTransformer"));
        return worker;
    }
}
