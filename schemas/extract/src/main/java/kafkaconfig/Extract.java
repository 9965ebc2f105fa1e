package kafkaconfig;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Reads releases out of their jars: `Extract OUT VERSION=FOLDER …` writes OUT/VERSION.json for each, an object of components
 * (name → property → facts) and `plugins` (class → kinds and properties). Kafka's
 * doc texts are looked at for what is deprecated, and left behind.
 */
public final class Extract {
  private Extract() {}

  public static void main(String[] arguments) throws Exception {
    System.setProperty("kafkaconfig.tmp", System.getProperty("java.io.tmpdir"));
    Path out = Path.of(arguments[0]);
    Files.createDirectories(out);
    for (int i = 1; i < arguments.length; i++) {
      String[] pair = arguments[i].split("=", 2);
      Release release = new Release(new File(pair[1]));
      Map<String, Object> facts = release.read();
      Elsewhere.mark(release, facts);
      Files.writeString(out.resolve(pair[0] + ".json"), Json.print(facts) + "\n");
    }
  }
}
