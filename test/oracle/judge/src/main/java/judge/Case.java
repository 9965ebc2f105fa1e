package judge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** One question: what would Kafka do with this file in this role? */
record Case(Map<?, ?> request) {
    String role() {
        return String.valueOf(request.get("role"));
    }

    boolean flag(String name, boolean otherwise) {
        return request.get(name) instanceof Boolean value ? value : otherwise;
    }

    /** The properties as Kafka reads them: the file's bytes (UTF-8, as an editor saves them) read as ISO-8859-1; `props` lies over them. */
    Properties properties() throws IOException {
        Properties properties = new Properties();
        if (request.get("text") instanceof String text) {
            properties.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        }
        strings("props").forEach(properties::setProperty);
        return properties;
    }

    Map<String, String> map() throws IOException {
        Map<String, String> map = new HashMap<>();
        properties().forEach((key, value) -> map.put((String) key, (String) value));
        return map;
    }

    /** The same; empty where the file is none. */
    Map<String, String> settings() {
        try {
            return map();
        } catch (IOException | IllegalArgumentException malformed) {
            return Map.of();
        }
    }

    Map<String, String> strings(String name) {
        Map<String, String> strings = new HashMap<>();
        if (request.get(name) instanceof Map<?, ?> given) given.forEach((key, value) -> strings.put((String) key, (String) value));
        return strings;
    }
}
