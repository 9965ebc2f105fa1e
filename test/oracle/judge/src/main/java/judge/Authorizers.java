package judge;

import java.util.Map;
import java.util.Properties;

/** The authorizer is made and configured, save those that would look for ZooKeeper. */
final class Authorizers {
    private Authorizers() { }

    static void configure(Object config, Properties properties) throws Exception {
        String name = properties.getProperty("authorizer.class.name", "").trim();
        if (name.isEmpty()) return;
        String maker = Reflect.has(config.getClass(), "createNewAuthorizer") ? "createNewAuthorizer" : "authorizer";
        if (name.startsWith("kafka.security.") && Reflect.find(name) != null) {
            superUsers(properties);
            return;
        }
        Object metrics = Reflect.make(Reflect.need("org.apache.kafka.common.metrics.Metrics"));
        Object authorizer = Reflect.orNull(Reflect.call(config, maker, metrics, "broker"));
        if (authorizer == null) return;
        if (authorizer.getClass().getSimpleName().equals("Plugin")) return;
        Reflect.call(authorizer, "configure", (Map<?, ?>) Reflect.call(config, "originals"));
    }

    private static void superUsers(Properties properties) throws Exception {
        Class<?> security = Reflect.need("org.apache.kafka.common.utils.SecurityUtils");
        String users = properties.getProperty("super.users", "");
        if (users.trim().isEmpty()) return;
        for (String user : users.trim().split(";")) Reflect.callStatic(security, "parseKafkaPrincipal", user.trim());
    }
}
