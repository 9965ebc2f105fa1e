package kafkaconfig;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the tables beside this class: lines of `name = a, b`. */
final class Resource {
  private Resource() {}

  static Map<String, List<String>> lines(String file) throws IOException {
    Map<String, List<String>> table = new LinkedHashMap<>();
    try (InputStream in = Resource.class.getResourceAsStream(file)) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (line.isBlank() || line.startsWith("#")) continue;
        String[] sides = line.split(" = ", 2);
        table.put(sides[0].trim(), Arrays.stream(sides[1].split(",")).map(String::trim).toList());
      }
    }
    return table;
  }
}
