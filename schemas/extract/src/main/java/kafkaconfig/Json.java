package kafkaconfig;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Prints maps, lists, strings, numbers and booleans as JSON. */
final class Json {
  private Json() {}

  static String print(Object value) {
    if (value instanceof Map<?, ?> map) {
      StringJoiner entries = new StringJoiner(",", "{", "}");
      map.forEach((key, inner) -> entries.add(quote(String.valueOf(key)) + ":" + print(inner)));
      return entries.toString();
    }
    if (value instanceof List<?> list) {
      StringJoiner items = new StringJoiner(",", "[", "]");
      list.forEach(item -> items.add(print(item)));
      return items.toString();
    }
    if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
      return String.valueOf(number.longValue());
    }
    return value instanceof Number || value instanceof Boolean ? value.toString() : quote(String.valueOf(value));
  }

  private static String quote(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') quoted.append('\\').append(c);
      else if (c < 0x20 || c > 0x7e) quoted.append(String.format("\\u%04x", (int) c));
      else quoted.append(c);
    }
    return quoted.append('"').toString();
  }
}
