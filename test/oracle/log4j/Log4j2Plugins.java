import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.logging.log4j.core.config.Node;
import org.apache.logging.log4j.core.config.plugins.PluginAttribute;
import org.apache.logging.log4j.core.config.plugins.PluginBuilderAttribute;
import org.apache.logging.log4j.core.config.plugins.PluginBuilderFactory;
import org.apache.logging.log4j.core.config.plugins.PluginFactory;
import org.apache.logging.log4j.core.config.plugins.PluginValue;
import org.apache.logging.log4j.core.config.plugins.util.PluginManager;
import org.apache.logging.log4j.core.config.plugins.util.PluginType;
import org.apache.logging.log4j.core.pattern.PatternConverter;

/**
 * Prints the configuration plug-ins on the class path, one a line: name, kind, then each attribute with the letter of its type
 * (b boolean, n number, l level, s text), and the words of conversion patterns. Read from annotations, so that a new release needs no list by hand.
 */
final class Log4j2Plugins {
    public static void main(String[] args) {
        PluginManager manager = new PluginManager(Node.CATEGORY);
        manager.collectPlugins();
        Map<String, String> lines = new TreeMap<>();
        for (Map.Entry<String, PluginType<?>> entry : manager.getPlugins().entrySet()) {
            PluginType<?> type = entry.getValue();
            Map<String, String> attributes = new TreeMap<>();
            try {
                for (Method method : type.getPluginClass().getDeclaredMethods()) collect(method, attributes);
            } catch (NoClassDefFoundError missing) {
                continue;
            }
            StringBuilder line = new StringBuilder(nameOf(type) + "\t" + type.getElementName());
            attributes.forEach((name, letter) -> line.append('\t').append(letter).append(name));
            lines.put(entry.getKey(), line.toString().replace(nameOf(type), aliasOr(entry.getKey(), nameOf(type))));
        }
        new TreeSet<>(lines.values()).forEach(System.out::println);
        PluginManager converters = new PluginManager(PatternConverter.CATEGORY);
        converters.collectPlugins();
        Set<String> words = new TreeSet<>();
        for (PluginType<?> type : converters.getPlugins().values()) {
            org.apache.logging.log4j.core.pattern.ConverterKeys keys = type.getPluginClass().getAnnotation(org.apache.logging.log4j.core.pattern.ConverterKeys.class);
            if (keys != null) words.addAll(Set.of(keys.value()));
        }
        System.out.println("%\t" + String.join("\t", words));
    }

    /** The map's key is lower-case; the annotation has the name as people write it, unless the key is an alias. */
    private static String aliasOr(String key, String name) {
        return key.equalsIgnoreCase(name) ? name : key;
    }

    private static String nameOf(PluginType<?> type) {
        return type.getPluginClass().getAnnotation(org.apache.logging.log4j.core.config.plugins.Plugin.class).name();
    }

    private static void collect(Method method, Map<String, String> attributes) {
        if (!Modifier.isStatic(method.getModifiers())) return;
        if (method.isAnnotationPresent(PluginFactory.class)) {
            for (Parameter parameter : method.getParameters()) {
                PluginAttribute attribute = parameter.getAnnotation(PluginAttribute.class);
                if (attribute != null) attributes.put(attribute.value(), letter(parameter.getType()));
                PluginValue value = parameter.getAnnotation(PluginValue.class);
                if (value != null) attributes.put(value.value(), "s");
            }
        }
        if (!method.isAnnotationPresent(PluginBuilderFactory.class) && !method.isAnnotationPresent(PluginFactory.class)) return;
        for (Class<?> type = builderOf(method); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                PluginBuilderAttribute attribute = field.getAnnotation(PluginBuilderAttribute.class);
                if (attribute != null) attributes.put(attribute.value().isEmpty() ? field.getName() : attribute.value(), letter(field.getType()));
                PluginAttribute plain = field.getAnnotation(PluginAttribute.class);
                if (plain != null) attributes.put(plain.value(), letter(field.getType()));
                PluginValue value = field.getAnnotation(PluginValue.class);
                if (value != null) attributes.put(value.value(), "s");
            }
        }
    }

    /** The builder's class; a generic factory says only a bound of it, so the nested class counts. */
    private static Class<?> builderOf(Method method) {
        Class<?> declared = method.getReturnType();
        for (Class<?> nested : method.getDeclaringClass().getDeclaredClasses()) if (declared.isAssignableFrom(nested)) return nested;
        return declared;
    }

    private static String letter(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) return "b";
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) return "n";
        return type.getSimpleName().equals("Level") ? "l" : "s";
    }
}
