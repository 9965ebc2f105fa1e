import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.logging.log4j.core.config.Node;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.config.plugins.PluginAliases;
import org.apache.logging.log4j.core.config.plugins.PluginAttribute;
import org.apache.logging.log4j.core.config.plugins.PluginBuilderAttribute;
import org.apache.logging.log4j.core.config.plugins.PluginBuilderFactory;
import org.apache.logging.log4j.core.config.plugins.PluginElement;
import org.apache.logging.log4j.core.config.plugins.PluginFactory;
import org.apache.logging.log4j.core.config.plugins.PluginValue;
import org.apache.logging.log4j.core.config.plugins.util.PluginManager;
import org.apache.logging.log4j.core.config.plugins.util.PluginType;
import org.apache.logging.log4j.core.config.plugins.validation.constraints.Required;
import org.apache.logging.log4j.core.lookup.StrLookup;
import org.apache.logging.log4j.core.pattern.ConverterKeys;
import org.apache.logging.log4j.core.pattern.PatternConverter;
import org.apache.logging.log4j.core.util.NetUtils;

/**
 * Prints, as JSON, what the annotations of the plug-ins on the class path say: each element with its attributes (type, default, whether it is
 * required, other names) and the types of what may stand inside, the words of conversion patterns, and the names of lookups.
 */
final class Log4j2Plugins {
    /** What elements take inside, by the class of the parameter. */
    private static final Map<String, Class<?>> inner = new TreeMap<>();

    public static void main(String[] args) throws Exception {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("plugins", plugins());
        facts.put("words", words());
        facts.put("lookups", new TreeSet<>(pluginsOf(StrLookup.CATEGORY).keySet()));
        System.out.println(new ObjectMapper().writeValueAsString(facts));
    }

    private static Map<String, PluginType<?>> pluginsOf(String category) {
        PluginManager manager = new PluginManager(category);
        manager.collectPlugins();
        return manager.getPlugins();
    }

    private static List<Map<String, Object>> plugins() {
        Map<String, Map<String, Object>> rows = new TreeMap<>();
        Map<String, List<Class<?>>> products = new TreeMap<>();
        for (Map.Entry<String, PluginType<?>> entry : pluginsOf(Node.CATEGORY).entrySet()) {
            Class<?> plugin = entry.getValue().getPluginClass();
            String own = plugin.getAnnotation(Plugin.class).name();
            String name = spelled(entry.getKey(), own, plugin.getAnnotation(PluginAliases.class));
            try {
                rows.put(name, row(name, own, entry.getValue(), products));
            } catch (NoClassDefFoundError missing) {
                System.err.println(name + ": " + missing);
            }
        }
        rows.forEach((name, row) -> {
            List<String> is = new ArrayList<>();
            inner.forEach((simple, type) -> {
                if (products.get(name).stream().anyMatch(type::isAssignableFrom)) is.add(simple);
            });
            row.put("is", is);
        });
        return new ArrayList<>(rows.values());
    }

    /** The map's keys are in small letters; the annotations have the names as people write them. */
    private static String spelled(String key, String own, PluginAliases aliases) {
        if (key.equalsIgnoreCase(own) || aliases == null) return own;
        return Arrays.stream(aliases.value()).filter(key::equalsIgnoreCase).findFirst().orElse(key);
    }

    private static Map<String, Object> row(String name, String own, PluginType<?> type, Map<String, List<Class<?>>> products) {
        Class<?> plugin = type.getPluginClass();
        Map<String, Map<String, Object>> attributes = new TreeMap<>();
        Map<String, String> children = new TreeMap<>();
        List<Class<?>> made = new ArrayList<>(List.of(plugin));
        for (Method method : plugin.getDeclaredMethods()) {
            if (!Modifier.isStatic(method.getModifiers())) continue;
            boolean isBuilder = method.isAnnotationPresent(PluginBuilderFactory.class);
            if (!isBuilder && !method.isAnnotationPresent(PluginFactory.class)) continue;
            for (Parameter parameter : method.getParameters()) read(parameter, parameter.getType(), null, null, attributes, children);
            if (method.getParameterCount() > 0 || !isBuilder) made.add(method.getReturnType());
            if (method.getParameterCount() == 0) readBuilder(method, attributes, children);
        }
        products.put(name, made);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", name);
        if (!name.equals(own)) row.put("of", own);
        row.put("kind", type.getElementName());
        row.put("from", plugin.getProtectionDomain().getCodeSource().getLocation().getPath().replaceAll(".*/|-\\d.*", ""));
        row.put("attributes", new ArrayList<>(attributes.values()));
        row.put("children", children);
        return row;
    }

    private static void readBuilder(Method factory, Map<String, Map<String, Object>> attributes, Map<String, String> children) {
        Object builder;
        try {
            factory.setAccessible(true);
            builder = factory.invoke(null);
        } catch (ReflectiveOperationException | LinkageError failed) {
            builder = null;
        }
        for (Class<?> type = builder == null ? factory.getReturnType() : builder.getClass(); type != null; type = type.getSuperclass())
            for (Field field : type.getDeclaredFields()) read(field, field.getType(), field, builder, attributes, children);
    }

    private static void read(
            AnnotatedElement place, Class<?> type, Field field, Object builder, Map<String, Map<String, Object>> attributes, Map<String, String> children) {
        boolean isRequired = place.isAnnotationPresent(Required.class);
        PluginElement element = place.getAnnotation(PluginElement.class);
        if (element != null) {
            Class<?> item = type.isArray() && type != String[].class ? type.getComponentType() : type;
            inner.put(item.getSimpleName(), item);
            children.put(item.getSimpleName(), (isRequired ? "required " : "") + (type.isArray() ? "many" : ""));
            return;
        }
        String name = nameOf(place, field);
        if (name == null || attributes.containsKey(name)) return;
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", name);
        row.put("type", typeOf(type));
        Object value = field == null ? defaultOf(place.getAnnotation(PluginAttribute.class), type) : valueOf(field, builder);
        String text = textOf(value);
        if (text != null) row.put("default", text);
        if (isRequired) row.put("required", true);
        if (place.isAnnotationPresent(PluginValue.class)) row.put("value", true);
        PluginAliases aliases = place.getAnnotation(PluginAliases.class);
        if (aliases != null) row.put("aliases", aliases.value());
        attributes.put(name, row);
    }

    private static String nameOf(AnnotatedElement place, Field field) {
        String name = null;
        for (Annotation annotation : place.getAnnotations()) {
            if (annotation instanceof PluginBuilderAttribute) name = ((PluginBuilderAttribute) annotation).value();
            else if (annotation instanceof PluginAttribute) name = ((PluginAttribute) annotation).value();
            else if (annotation instanceof PluginValue) name = ((PluginValue) annotation).value();
        }
        return name != null && name.isEmpty() && field != null ? field.getName() : name;
    }

    /** A letter, or the words of an enumeration. */
    private static Object typeOf(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) return "b";
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class || type == short.class) return "n";
        if (type.isEnum()) return Arrays.stream(type.getEnumConstants()).map(one -> ((Enum<?>) one).name()).toArray();
        if (type.getSimpleName().equals("Level")) return "l";
        if (type == float.class || type == double.class) return "f";
        return type == Charset.class ? "c" : "s";
    }

    private static Object defaultOf(PluginAttribute attribute, Class<?> type) {
        if (attribute == null) return null;
        if (type == boolean.class) return attribute.defaultBoolean();
        if (type == int.class) return attribute.defaultInt();
        if (type == long.class) return attribute.defaultLong();
        return attribute.defaultString().isEmpty() ? null : attribute.defaultString();
    }

    private static Object valueOf(Field field, Object builder) {
        try {
            field.setAccessible(true);
            return builder == null ? null : field.get(builder);
        } catch (ReflectiveOperationException | RuntimeException hidden) {
            return null;
        }
    }

    /** What depends on the machine is no fact. */
    private static String textOf(Object value) {
        if (value == null || value instanceof Charset && value.equals(Charset.defaultCharset())) return null;
        if (value.getClass().isArray() || value.toString().contains("@")) return null;
        String text = value instanceof Enum ? ((Enum<?>) value).name() : value instanceof Class ? ((Class<?>) value).getName() : value.toString();
        return text.isEmpty() || text.equals(NetUtils.getLocalHostname()) || text.equals(System.lineSeparator()) ? null : text;
    }

    private static Map<String, List<String>> words() {
        Map<String, List<String>> words = new TreeMap<>();
        for (PluginType<?> type : Set.copyOf(pluginsOf(PatternConverter.CATEGORY).values())) {
            ConverterKeys keys = type.getPluginClass().getAnnotation(ConverterKeys.class);
            if (keys != null) words.put(type.getPluginClass().getSimpleName(), List.of(keys.value()));
        }
        return words;
    }
}
