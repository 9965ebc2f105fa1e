import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Scanner;
import java.util.TreeMap;

/** Reads texts, one a line as UTF-16 code units in hex; answers each with the pairs that java.util.Properties reads, as JSON. */
public class ReadProperties {
  public static void main(String[] args) throws Exception {
    Scanner in = new Scanner(System.in, StandardCharsets.US_ASCII);
    while (in.hasNextLine()) System.out.println(answer(decode(in.nextLine())));
  }

  private static String decode(String hex) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i + 4 <= hex.length(); i += 4) text.append((char) Integer.parseInt(hex.substring(i, i + 4), 16));
    return text.toString();
  }

  private static String answer(String text) throws Exception {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(text));
    } catch (IllegalArgumentException refused) {
      return "{\"!\":" + quote(refused.getMessage()) + "}";
    }
    StringBuilder json = new StringBuilder("{");
    for (var pair : new TreeMap<Object, Object>(properties).entrySet()) {
      if (json.length() > 1) json.append(',');
      json.append(quote((String) pair.getKey())).append(':').append(quote((String) pair.getValue()));
    }
    return json.append('}').toString();
  }

  private static String quote(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c < 32 || c > 126 || c == '"' || c == '\\') quoted.append(String.format("\\u%04x", (int) c));
      else quoted.append(c);
    }
    return quoted.append('"').toString();
  }
}
