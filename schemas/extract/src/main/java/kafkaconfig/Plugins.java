package kafkaconfig;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarFile;

/** The classes of a release that a class-typed property may name, what they are, and the properties of those that have some. */
final class Plugins {
  private Plugins() {}

  static Map<String, Object> in(ClassLoader loader, List<File> jars) throws Exception {
    Map<String, List<Class<?>>> kinds = kinds(loader);
    Map<String, Object> plugins = new TreeMap<>();
    for (File jar : jars) {
      if (!jar.getName().matches("(kafka|connect)[-_].*\\.jar")) continue;
      for (String name : classNames(jar)) {
        Optional<Class<?>> type = usable(loader, name);
        if (type.isPresent()) describe(type.get(), kinds).ifPresent(plugin -> plugins.put(name, plugin));
      }
    }
    return plugins;
  }

  private static Map<String, List<Class<?>>> kinds(ClassLoader loader) throws IOException {
    Map<String, List<Class<?>>> kinds = new LinkedHashMap<>();
    Resource.lines("plugin-kinds.txt").forEach((kind, types) -> {
      List<Class<?>> found = types.stream().flatMap(type -> Mirror.find(loader, type).stream()).<Class<?>>map(type -> type).toList();
      if (!found.isEmpty()) kinds.put(kind, found);
    });
    return kinds;
  }

  private static List<String> classNames(File jar) throws IOException {
    try (JarFile file = new JarFile(jar)) {
      return file.stream().map(entry -> entry.getName()).filter(name -> name.endsWith(".class") && !name.startsWith("META-INF"))
          .map(name -> name.substring(0, name.length() - 6).replace('/', '.')).toList();
    }
  }

  /** Kafka makes an instance by the constructor without arguments, so only such classes can be named. */
  private static Optional<Class<?>> usable(ClassLoader loader, String name) {
    try {
      Class<?> type = Class.forName(name, false, loader);
      boolean concrete = Modifier.isPublic(type.getModifiers()) && !Modifier.isAbstract(type.getModifiers());
      if (!concrete || (type.isMemberClass() && !Modifier.isStatic(type.getModifiers()))) return Optional.empty();
      type.getConstructor();
      return Optional.of(type);
    } catch (ReflectiveOperationException | LinkageError unusable) {
      return Optional.empty();
    }
  }

  private static Optional<Map<String, Object>> describe(Class<?> type, Map<String, List<Class<?>>> kinds) {
    List<String> of = new ArrayList<>();
    kinds.forEach((kind, supers) -> {
      if (supers.stream().anyMatch(wanted -> wanted.isAssignableFrom(type))) of.add(kind);
    });
    if (of.isEmpty()) return Optional.empty();
    Map<String, Object> plugin = new LinkedHashMap<>();
    plugin.put("kinds", of);
    plugin.put("keys", properties(type));
    return Optional.of(plugin);
  }

  /** A plug-in's own `ConfigDef`: what its method `config` answers, or a constant of it or of a class inside of it. */
  private static Map<String, Map<String, Object>> properties(Class<?> type) {
    Map<String, Map<String, Object>> answered = answered(type);
    if (!answered.isEmpty()) return answered;
    List<Class<?>> holders = new ArrayList<>(List.of(type));
    holders.addAll(List.of(type.getDeclaredClasses()));
    for (Class<?> holder : holders) {
      for (Field field : holder.getDeclaredFields()) {
        Map<String, Map<String, Object>> constant = constant(holder, field);
        if (!constant.isEmpty()) return constant;
      }
    }
    return Map.of();
  }

  private static Map<String, Map<String, Object>> answered(Class<?> type) {
    try {
      Object configDef = Mirror.call(type, type.getConstructor().newInstance(), "config");
      return isConfigDef(configDef) ? definitions(configDef, type) : Map.of();
    } catch (Exception | LinkageError unusable) {
      return Map.of();
    }
  }

  private static Map<String, Map<String, Object>> constant(Class<?> holder, Field field) {
    try {
      if (!Modifier.isStatic(field.getModifiers()) || !field.getType().getSimpleName().equals("ConfigDef")) return Map.of();
      return definitions(Mirror.field(holder, null, field.getName()), holder);
    } catch (Exception | LinkageError unusable) {
      return Map.of();
    }
  }

  private static Map<String, Map<String, Object>> definitions(Object configDef, Class<?> holder) throws Exception {
    Map<String, Map<String, Object>> definitions = Definitions.of(configDef);
    Deprecations.mark(holder.getClassLoader(), List.of(holder.getName()), definitions);
    return definitions;
  }

  private static boolean isConfigDef(Object value) {
    for (Class<?> at = value == null ? null : value.getClass(); at != null; at = at.getSuperclass()) {
      if (at.getName().equals("org.apache.kafka.common.config.ConfigDef")) return true;
    }
    return false;
  }
}
