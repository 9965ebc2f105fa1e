package judge;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reaches Kafka without compiling against it. Signatures move between releases, so arguments are handed over as a pool:
 * each parameter takes the first unused argument that fits its type, and what nothing fits is null (or zero, or false).
 */
final class Reflect {
    private static final Map<Class<?>, Class<?>> BOXES = Map.of(
        int.class, Integer.class, long.class, Long.class, boolean.class, Boolean.class, double.class, Double.class, short.class, Short.class);
    private static final Map<Class<?>, Object> ZEROS = Map.of(
        int.class, 0, long.class, 0L, boolean.class, false, double.class, 0.0, short.class, (short) 0);

    private Reflect() { }

    /** The class, or null where this release has none of that name. The first name that is there wins. */
    static Class<?> find(String... names) {
        for (String name : names) {
            try {
                return Class.forName(name);
            } catch (ClassNotFoundException | LinkageError absent) {
                continue;
            }
        }
        return null;
    }

    static Class<?> need(String... names) {
        Class<?> found = find(names);
        if (found == null) throw new Unsupported("no " + names[0]);
        return found;
    }

    static Object make(Class<?> type, Object... pool) throws Exception {
        Constructor<?> best = best(List.of(type.getDeclaredConstructors()), pool);
        if (best == null) throw new Unsupported("no constructor of " + type.getName());
        best.setAccessible(true);
        return unwrapped(() -> best.newInstance(arguments(best, pool)));
    }

    /** An object whose constructor did not run. */
    static Object bare(Class<?> type) throws Exception {
        Object unsafe = constant(need("sun.misc.Unsafe"), "theUnsafe");
        return unsafe.getClass().getMethod("allocateInstance", Class.class).invoke(unsafe, type);
    }

    static boolean has(Class<?> type, String name) {
        return !methods(type, name).isEmpty();
    }

    static Object call(Object target, String name, Object... pool) throws Exception {
        return invoke(target.getClass(), target, name, pool);
    }

    static Object callStatic(Class<?> type, String name, Object... pool) throws Exception {
        return invoke(type, null, name, pool);
    }

    private static Object invoke(Class<?> type, Object target, String name, Object... pool) throws Exception {
        Method best = best(methods(type, name).stream().filter(m -> target != null || Modifier.isStatic(m.getModifiers())).toList(), pool);
        if (best == null) throw new Unsupported("no method " + name + " of " + type.getName());
        best.setAccessible(true);
        return unwrapped(() -> best.invoke(target, arguments(best, pool)));
    }

    static Object field(Object target, String name) throws Exception {
        Field found = declared(target.getClass(), name);
        return found == null ? null : found.get(target);
    }

    static void set(Object target, String name, Object value) throws Exception {
        Field found = declared(target.getClass(), name);
        if (found != null) found.set(target, value);
    }

    static Object constant(Class<?> type, String name) throws Exception {
        Field found = declared(type, name);
        return found == null ? null : found.get(null);
    }

    private static Field declared(Class<?> type, String name) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                if (!field.getName().equals(name)) continue;
                field.setAccessible(true);
                return field;
            }
        }
        return null;
    }

    private static List<Method> methods(Class<?> type, String name) {
        Set<Class<?>> types = new LinkedHashSet<>();
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            types.add(c);
            types.addAll(Arrays.asList(c.getInterfaces()));
        }
        List<Method> found = new ArrayList<>();
        for (Class<?> c : types) {
            for (Method method : c.getDeclaredMethods()) {
                if (method.getName().equals(name) && !method.isBridge()) found.add(method);
            }
        }
        return found;
    }

    /** The one that takes most of the pool, then the one with the fewest parameters left over. */
    private static <E extends Executable> E best(List<E> candidates, Object... pool) {
        E best = null;
        int bestScore = Integer.MIN_VALUE;
        for (E candidate : candidates) {
            int taken = taken(candidate, pool);
            int score = 3 * taken - candidate.getParameterCount();
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    private static int taken(Executable candidate, Object... pool) {
        boolean[] used = new boolean[pool.length];
        int count = 0;
        for (Class<?> type : candidate.getParameterTypes()) {
            if (pick(type, used, pool) >= 0) count++;
        }
        return count;
    }

    private static Object[] arguments(Executable executable, Object... pool) {
        boolean[] used = new boolean[pool.length];
        Class<?>[] types = executable.getParameterTypes();
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            int picked = pick(types[i], used, pool);
            arguments[i] = picked >= 0 ? pool[picked] : ZEROS.get(types[i]);
        }
        return arguments;
    }

    private static int pick(Class<?> type, boolean[] used, Object... pool) {
        Class<?> wanted = BOXES.getOrDefault(type, type);
        for (int i = 0; i < pool.length; i++) {
            if (used[i] || !wanted.isInstance(pool[i])) continue;
            used[i] = true;
            return i;
        }
        return -1;
    }

    private interface Attempt {
        Object run() throws ReflectiveOperationException;
    }

    private static Object unwrapped(Attempt attempt) throws Exception {
        try {
            return attempt.run();
        } catch (InvocationTargetException wrapper) {
            if (wrapper.getCause() instanceof Exception cause) throw cause;
            if (wrapper.getCause() instanceof Error cause) throw cause;
            throw wrapper;
        }
    }

    /** A Scala or Java sequence, set or iterable as a list. */
    static List<Object> list(Object sequence) throws Exception {
        if (sequence instanceof Iterable<?> iterable) {
            List<Object> copy = new ArrayList<>();
            iterable.forEach(copy::add);
            return copy;
        }
        List<Object> copy = new ArrayList<>();
        Object iterator = call(sequence, "iterator");
        while ((Boolean) call(iterator, "hasNext")) copy.add(call(iterator, "next"));
        return copy;
    }

    /** The value behind a Scala or Java option or map entry, or null. */
    static Object orNull(Object option) throws Exception {
        if (option instanceof java.util.Optional<?> optional) return optional.orElse(null);
        if (option != null && option.getClass().getName().startsWith("scala.")) {
            return (Boolean) call(option, "isEmpty") ? null : call(option, "get");
        }
        return option;
    }

    static Object lookup(Object map, Object key) throws Exception {
        return map instanceof Map<?, ?> java ? java.get(key) : orNull(call(map, "get", key));
    }

    /** This release lacks the class or method that the case is about. */
    static final class Unsupported extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unsupported(String message) {
            super(message);
        }
    }
}
