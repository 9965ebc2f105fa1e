package judge;

import java.io.File;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** Broker and controller: the configuration and what start-up checks before a socket is bound. */
final class Broker {
    private static final String BASE = """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@localhost:9093
        listeners=PLAINTEXT://localhost:9092,CONTROLLER://localhost:9093
        controller.listener.names=CONTROLLER
        listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SSL:SSL,EXTERNAL:PLAINTEXT
        """;

    private Broker() { }

    static void server(Case asked, Map<String, Object> answer) throws Exception {
        Properties properties = asked.properties();
        Class<?> type = Reflect.need("kafka.server.KafkaConfig");
        Known.noteBroker(answer, properties.keySet(), names(type));
        Object config = Reflect.callStatic(type, "fromProps", properties, false);
        if (asked.flag("values", false)) Kafka.noteValues(answer, config);
        start(config, properties);
    }

    /** The definition itself is hidden before 3.4. */
    private static Set<Object> names(Class<?> type) throws Exception {
        if (Reflect.has(type, "configDef")) return new HashSet<>(Kafka.names(Reflect.callStatic(type, "configDef")));
        return new HashSet<>(Reflect.list(Reflect.callStatic(type, "configNames")));
    }

    /** In the order of KafkaRaftServer (and KafkaServer while there was ZooKeeper). Without roles and ZooKeeper nothing is started. */
    private static void start(Object config, Properties properties) throws Exception {
        Set<String> roles = roles(properties);
        if (roles.isEmpty() && !Reflect.has(config.getClass(), "zkConnect")) {
            ServerPlugins.metrics(config, properties);
            return;
        }
        quorum(config, roles);
        ServerPlugins.make(config, properties, roles);
        if (!roles.isEmpty()) metadataLog(config);
        if (!roles.equals(Set.of("controller"))) logs(config);
        Channels.build(config, roles);
        Sockets.check(config, roles);
        if (!roles.equals(Set.of("controller"))) RemoteStorage.check(config);
        Authorizers.configure(config, properties);
    }

    private static Set<String> roles(Properties properties) {
        Set<String> roles = new HashSet<>();
        for (String role : properties.getProperty("process.roles", "").split(",")) {
            if (!role.isBlank()) roles.add(role.trim());
        }
        return roles;
    }

    private static void quorum(Object config, Set<String> roles) throws Exception {
        if (roles.isEmpty()) return;
        Class<?> raft = Reflect.need("org.apache.kafka.raft.QuorumConfig", "org.apache.kafka.raft.RaftConfig");
        Object values = Reflect.make(raft, config);
        Object voters = Reflect.has(raft, "voters") ? Reflect.call(values, "voters") : Reflect.call(config, "quorumVoters");
        Reflect.callStatic(raft, "parseVoterConnections", voters);
        if (!Reflect.has(raft, "parseBootstrapServers")) return;
        Object servers = Reflect.has(raft, "bootstrapServers") ? Reflect.call(values, "bootstrapServers") : Reflect.call(config, "quorumBootstrapServers");
        Reflect.callStatic(raft, "parseBootstrapServers", servers);
    }

    private static void logs(Object config) throws Exception {
        Class<?> logConfig = Resources.logConfig();
        Map<?, ?> values = Resources.configured(config, logConfig);
        Reflect.callStatic(logConfig, "fromProps", values, new Properties());
        if (Reflect.has(logConfig, "validateBrokerLogConfigValues")) {
            boolean remote = Boolean.TRUE.equals(((Map<?, ?>) Reflect.call(config, "values")).get("remote.log.storage.system.enable"));
            Reflect.callStatic(logConfig, "validateBrokerLogConfigValues", values, remote);
        } else {
            Reflect.callStatic(logConfig, "validateValues", values);
        }
        duplicateLogDirs(config);
    }

    /** KafkaMetadataLog, or KafkaRaftLog from 4.2 on: the log of the metadata is a log with settings of its own, as 3.0 and later have them. */
    private static void metadataLog(Object config) throws Exception {
        Map<?, ?> values = (Map<?, ?>) Reflect.call(config, "values");
        Object bytes = values.get("metadata.log.segment.bytes");
        if (bytes == null) return;
        Properties own = new Properties();
        own.setProperty("segment.bytes", String.valueOf(bytes));
        own.setProperty("segment.ms", String.valueOf(values.get("metadata.log.segment.ms")));
        Class<?> logConfig = Resources.logConfig();
        Reflect.callStatic(logConfig, logConfig.getName().startsWith("kafka.log.") ? "validateValues" : "validate", own);
        Reflect.make(logConfig, own);
        Object least = values.get("metadata.log.segment.min.bytes");
        if (least == null || (Integer) bytes >= (Integer) least) return;
        throw Kafka.configException("Cannot set metadata.log.segment.bytes below " + least + ": " + bytes);
    }

    /** LogManager.createAndValidateLogDirs, which would also create and lock them. */
    private static void duplicateLogDirs(Object config) throws Exception {
        List<String> canonical = new ArrayList<>();
        for (Object dir : Reflect.list(Reflect.call(config, "logDirs"))) canonical.add(new File((String) dir).getCanonicalPath());
        if (new HashSet<>(canonical).size() == canonical.size()) return;
        throw Kafka.configException("Duplicate log directory found: " + String.join(", ", canonical));
    }

    static Object config(Map<String, String> over) throws Exception {
        Properties properties = new Properties();
        properties.load(new java.io.StringReader(BASE));
        over.forEach(properties::setProperty);
        return Reflect.callStatic(Reflect.need("kafka.server.KafkaConfig"), "fromProps", properties, false);
    }

    /** A dynamic update: `perBroker` says for one broker or as the cluster's default; the file's own static values may be given. */
    static void dynamic(Case asked, Map<String, Object> answer) throws Exception {
        Properties properties = asked.properties();
        boolean perBroker = asked.flag("perBroker", false);
        Object config = config(asked.strings("cluster"));
        Known.noteBroker(answer, properties.keySet(), names(config.getClass()));
        Class<?> scala = Reflect.find("kafka.server.DynamicBrokerConfig");
        Object updates = Reflect.make(scala, config);
        Reflect.set(updates, "currentConfig", config);
        Reflect.call(updates, "validate", properties, perBroker);
    }
}
