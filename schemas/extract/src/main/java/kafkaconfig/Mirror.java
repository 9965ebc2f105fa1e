package kafkaconfig;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads members of classes that are not known at compile time, private ones too. */
final class Mirror {
  private Mirror() {}

  /** The value of `class#member` as components.txt spells it; empty where the release has no such class or member. */
  static Optional<Object> read(ClassLoader loader, String path) throws Exception {
    String[] parts = path.split("#");
    Optional<Class<?>> type = find(loader, parts[0]);
    if (type.isEmpty()) return Optional.empty();
    Object self = parts[0].endsWith("$") ? field(type.get(), null, "MODULE$") : null;
    String member = parts[1];
    if (!member.endsWith(")")) return Optional.ofNullable(fieldOrMethod(type.get(), self, member));
    String name = member.substring(0, member.indexOf('('));
    return Optional.ofNullable(member.endsWith("(SYSTEM)") ? callWithSystem(type.get(), name) : call(type.get(), self, name));
  }

  static Optional<Class<?>> find(ClassLoader loader, String name) {
    try {
      return Optional.of(Class.forName(name, true, loader));
    } catch (ClassNotFoundException | LinkageError absent) {
      return Optional.empty();
    }
  }

  private static Object fieldOrMethod(Class<?> type, Object self, String name) throws Exception {
    Object value = field(type, self, name);
    return value != null ? value : call(type, self, name);
  }

  /** A field by name, looked up in the super classes too; null where there is none. */
  static Object field(Class<?> type, Object self, String name) throws IllegalAccessException {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      for (Field field : at.getDeclaredFields()) {
        if (field.getName().equals(name) && open(field)) return field.get(self);
      }
    }
    return null;
  }

  /** Calls a method by name and number of arguments; null where there is none. */
  static Object call(Class<?> type, Object self, String name, Object... arguments) throws Exception {
    for (Method method : methods(type)) {
      if (method.getName().equals(name) && method.getParameterCount() == arguments.length && open(method)) {
        return method.invoke(self, arguments);
      }
    }
    return null;
  }

  static Object call(Object self, String name, Object... arguments) throws Exception {
    return call(self.getClass(), self, name, arguments);
  }

  private static Object callWithSystem(Class<?> type, String name) throws Exception {
    for (Method method : type.getDeclaredMethods()) {
      if (!method.getName().equals(name) || method.getParameterCount() != 1 || !open(method)) continue;
      Object system = field(method.getParameterTypes()[0], null, "SYSTEM");
      if (system != null) return method.invoke(null, system);
    }
    return null;
  }

  /** Public methods first: they are the ones that a sub class would not hide. */
  private static List<Method> methods(Class<?> type) {
    List<Method> all = new ArrayList<>(List.of(type.getMethods()));
    for (Class<?> at = type; at != null; at = at.getSuperclass()) all.addAll(List.of(at.getDeclaredMethods()));
    return all;
  }

  private static boolean open(AccessibleObject member) {
    return member.trySetAccessible();
  }
}
