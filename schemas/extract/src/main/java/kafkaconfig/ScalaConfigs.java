package kafkaconfig;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The configuration classes of Kafka's first years, in Scala, which have no `ConfigDef`: the old producer and consumer, and the
 * broker of 0.8. Which keys they read shows in what they ask of a `Properties`; type and default show in the values that they
 * then hold. `readOnly` says how much was read: the name, or the value too; the rest is completed from the next release.
 */
final class ScalaConfigs {
  private static final Map<String, String> CLASSES =
      Map.of("scala-producer", "kafka.producer.ProducerConfig", "scala-consumer", "kafka.consumer.ConsumerConfig", "broker", "kafka.server.KafkaConfig");
  /** What they refuse to do without. */
  private static final Map<String, String> NEEDED =
      Map.of("zookeeper.connect", "localhost:2181", "group.id", "g", "metadata.broker.list", "localhost:9092", "broker.id", "0");

  private ScalaConfigs() {}

  static Map<String, Object> in(ClassLoader loader) {
    Map<String, Object> components = new TreeMap<>();
    CLASSES.forEach((component, name) -> Mirror.find(loader, name).ifPresent(type -> {
      boolean hasDefinition = component.equals("broker") && Mirror.find(loader, "kafka.server.KafkaConfig$").map(ScalaConfigs::hasConfigDef).orElse(false);
      if (!hasDefinition) read(type).ifPresent(keys -> components.put(component, keys));
    }));
    return components;
  }

  private static boolean hasConfigDef(Class<?> type) {
    for (Method method : type.getDeclaredMethods()) if (method.getName().endsWith("onfigDef")) return true;
    return false;
  }

  private static Optional<Map<String, Object>> read(Class<?> type) {
    Map<String, Boolean> asked = new TreeMap<>();
    Properties recording = new Properties() {
      @Override
      public boolean containsKey(Object key) {
        asked.put(String.valueOf(key), true);
        return super.containsKey(key);
      }

      @Override
      public String getProperty(String key) {
        asked.put(key, true);
        return super.getProperty(key);
      }
    };
    recording.putAll(NEEDED);
    try {
      Constructor<?> constructor = type.getConstructor(Properties.class);
      Object config = constructor.newInstance(recording);
      Map<String, Object> keys = new TreeMap<>();
      for (String key : asked.keySet()) keys.put(key, facts(config, key));
      return Optional.of(keys);
    } catch (ReflectiveOperationException | LinkageError unreadable) {
      return Optional.empty();
    }
  }

  private static Map<String, Object> facts(Object config, String key) {
    Map<String, Object> facts = new LinkedHashMap<>();
    Object value = valueOf(config, key);
    facts.put("type", typeOf(value));
    if (NEEDED.containsKey(key)) facts.put("required", true);
    else if (isDefault(value)) facts.put("default", String.valueOf(value));
    facts.put("importance", "medium");
    facts.put("readOnly", value == null ? "name" : "value");
    return facts;
  }

  /** What stems from a value that had to be given, such as the client id from the group id, is no default. */
  private static boolean isDefault(Object value) {
    return value instanceof Number || value instanceof Boolean || (value instanceof String text && !NEEDED.containsValue(text));
  }

  /** The member for `socket.timeout.ms` is called `socketTimeoutMs`. */
  private static Object valueOf(Object config, String key) {
    StringBuilder name = new StringBuilder();
    for (String part : key.split("[.]")) {
      name.append(name.isEmpty() ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
    }
    try {
      return Mirror.call(config, name.toString());
    } catch (Exception absent) {
      return null;
    }
  }

  private static String typeOf(Object value) {
    if (value instanceof Boolean) return "boolean";
    if (value instanceof Integer) return "int";
    if (value instanceof Long) return "long";
    if (value instanceof Short) return "short";
    return value instanceof Double ? "double" : "string";
  }
}
