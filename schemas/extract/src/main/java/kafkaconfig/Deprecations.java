package kafkaconfig;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Marks properties that their own doc text, or the constant that names them, calls deprecated. */
final class Deprecations {
  private static final Pattern SAID =
      Pattern.compile("^\\W*deprecated\\b|this (config|configuration|parameter) (is|has been) deprecated|deprecated; will be removed", Pattern.CASE_INSENSITIVE);

  private Deprecations() {}

  static void mark(ClassLoader loader, List<String> paths, Map<String, Map<String, Object>> definitions) {
    for (Map<String, Object> facts : definitions.values()) {
      Object documentation = facts.remove("documentation");
      if (documentation != null && SAID.matcher(String.valueOf(documentation)).find()) facts.put("deprecated", true);
    }
    for (String path : paths) {
      Optional<Class<?>> type = Mirror.find(loader, path.split("#")[0]);
      for (Class<?> at = type.orElse(null); at != null; at = at.getSuperclass()) markByConstants(at, definitions);
    }
  }

  /** A name that a second constant, not deprecated, has too is not deprecated: only the constant was misspelt. */
  private static void markByConstants(Class<?> type, Map<String, Map<String, Object>> definitions) {
    Set<String> deprecated = new HashSet<>();
    Set<String> alive = new HashSet<>();
    try {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) || field.getType() != String.class) continue;
        Set<String> names = field.isAnnotationPresent(Deprecated.class) ? deprecated : alive;
        names.add(String.valueOf(Mirror.field(type, null, field.getName())));
      }
    } catch (IllegalAccessException | LinkageError unreadable) {
      throw new IllegalStateException(type.getName(), unreadable);
    }
    deprecated.removeAll(alive);
    deprecated.stream().filter(definitions::containsKey).forEach(name -> definitions.get(name).put("deprecated", true));
  }
}
