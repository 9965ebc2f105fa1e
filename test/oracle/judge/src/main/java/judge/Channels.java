package judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** A channel builder for each listener and for each client inside the server: key stores, JAAS, mechanisms, principal builders. */
final class Channels {
    private static final String NETWORK = "org.apache.kafka.common.network.";
    private static final String SECURITY = "org.apache.kafka.common.security.";

    private Channels() { }

    static void build(Object config, Set<String> roles) throws Exception {
        List<Object> listeners = new ArrayList<>();
        if (!roles.equals(Set.of("controller"))) listeners.addAll(Reflect.list(Reflect.call(config, "dataPlaneListeners")));
        if (roles.isEmpty()) controlPlane(config, listeners);
        if (roles.contains("controller")) listeners.addAll(Reflect.list(Reflect.call(config, "controllerListeners")));
        for (Object listener : listeners) server(config, listener);
        if (!roles.isEmpty() || migrates(config)) controllerClient(config);
        if (!roles.equals(Set.of("controller"))) {
            String mechanism = (String) Reflect.call(config, "saslMechanismInterBrokerProtocol");
            client(config, Reflect.call(config, "interBrokerListenerName"), Reflect.call(config, "interBrokerSecurityProtocol"), mechanism);
        }
    }

    private static void controlPlane(Object config, List<Object> listeners) throws Exception {
        if (!Reflect.has(config.getClass(), "controlPlaneListener")) return;
        Object listener = Reflect.orNull(Reflect.call(config, "controlPlaneListener"));
        if (listener != null) listeners.add(listener);
    }

    private static void server(Object config, Object endpoint) throws Exception {
        Object name = nameOf(endpoint);
        Object interBroker = Reflect.call(config, "interBrokerListenerName");
        Class<?> credentials = Reflect.need(SECURITY + "authenticator.CredentialCache");
        Class<?> tokens = Reflect.need(SECURITY + "token.delegation.internals.DelegationTokenCache");
        Object cache = Reflect.make(credentials);
        Class<?> scram = Reflect.need(SECURITY + "scram.internals.ScramMechanism");
        Object mechanisms = Reflect.callStatic(scram, "mechanismNames");
        Reflect.callStatic(Reflect.need(SECURITY + "scram.internals.ScramCredentialUtils"), "createCache", cache, mechanisms);
        Supplier<Object> supplier = () -> null;
        Function<Object, Object> function = any -> null;
        Object builder = Reflect.callStatic(Reflect.need(NETWORK + "ChannelBuilders"), "serverChannelBuilder", name, name.equals(interBroker),
            Reflect.call(endpoint, "securityProtocol"), config, cache, Reflect.make(tokens, mechanisms), Kafka.systemTime(),
            Kafka.logContext(), supplier, function);
        close(builder);
    }

    static Object nameOf(Object endpoint) throws Exception {
        String method = Reflect.has(endpoint.getClass(), "listener") ? "listener" : "listenerName";
        Object name = Reflect.orNull(Reflect.call(endpoint, method));
        return name instanceof String text ? Kafka.listenerName(text) : name;
    }

    /** A broker on its way from ZooKeeper to KRaft has that client, too. */
    private static boolean migrates(Object config) throws Exception {
        return Boolean.TRUE.equals(((java.util.Map<?, ?>) Reflect.call(config, "values")).get("zookeeper.metadata.migration.enable"));
    }

    /** The client of the Raft quorum, which every server of a KRaft cluster has. */
    private static void controllerClient(Object config) throws Exception {
        List<Object> names = Reflect.list(Reflect.call(config, "controllerListenerNames"));
        if (names.isEmpty()) return;
        Object name = Kafka.listenerName((String) names.get(0));
        String mapName = Reflect.has(config.getClass(), "effectiveListenerSecurityProtocolMap")
            ? "effectiveListenerSecurityProtocolMap" : "listenerSecurityProtocolMap";
        Object protocol = Reflect.lookup(Reflect.call(config, mapName), name);
        if (protocol == null) protocol = Kafka.securityProtocol((String) names.get(0));
        client(config, name, protocol, (String) Reflect.call(config, "saslMechanismControllerProtocol"));
    }

    private static void client(Object config, Object name, Object protocol, String mechanism) throws Exception {
        Object builder = Reflect.callStatic(Reflect.need(NETWORK + "ChannelBuilders"), "clientChannelBuilder", protocol, Kafka.jaasServer(), config,
            name, mechanism, true, Kafka.systemTime(), Kafka.logContext());
        close(builder);
    }

    private static void close(Object builder) throws Exception {
        Reflect.call(builder, "close");
    }
}
