package kafkaconfig;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Turns a `ConfigDef` of any release into plain data: name → facts, sorted by name. */
final class Definitions {
  private Definitions() {}

  static Map<String, Map<String, Object>> of(Object configDef) throws Exception {
    Object none = Mirror.field(configDef.getClass(), configDef, "NO_DEFAULT_VALUE");
    Map<?, ?> keys = (Map<?, ?>) Mirror.field(configDef.getClass(), configDef, "configKeys");
    Map<String, Map<String, Object>> definitions = new TreeMap<>();
    for (Map.Entry<?, ?> entry : keys.entrySet()) definitions.put((String) entry.getKey(), facts(entry.getValue(), none));
    return definitions;
  }

  private static Map<String, Object> facts(Object key, Object none) throws Exception {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("type", lower(part(key, "type")));
    Object value = part(key, "defaultValue");
    if (value == none) facts.put("required", true);
    else if (value != null) facts.put("default", text(value));
    Object validator = part(key, "validator");
    if (validator != null) facts.put("validator", Validators.of(validator));
    facts.put("importance", lower(part(key, "importance")));
    Object group = part(key, "group");
    if (group != null && !"".equals(group)) facts.put("group", group);
    if (Boolean.TRUE.equals(part(key, "internalConfig"))) facts.put("internal", true);
    Object documentation = part(key, "documentation");
    if (documentation != null) facts.put("documentation", documentation);
    return facts;
  }

  private static Object part(Object key, String name) throws Exception {
    return Mirror.field(key.getClass(), key, name);
  }

  private static String lower(Object constant) {
    return String.valueOf(constant).toLowerCase(Locale.ROOT);
  }

  /** A default in the form that one would write in a properties file. */
  static String text(Object value) throws Exception {
    if (value instanceof Class<?> type) return type.getName();
    if (value instanceof Collection<?> list) {
      return list.stream().map(item -> item instanceof Class<?> type ? type.getName() : String.valueOf(item)).collect(Collectors.joining(","));
    }
    return value.getClass().getSimpleName().equals("Password") ? String.valueOf(Mirror.call(value, "value")) : String.valueOf(value);
  }
}
