package kafkaconfig;

import java.security.Security;
import java.util.Map;

/**
 * Finds the defaults that depend on the machine by reading the definitions again as another one would: with another temporary
 * folder (`host`), and with an older Java and other security defaults (`jvm`). What changes is marked.
 */
final class Elsewhere {
  private static final String TMP = "java.io.tmpdir";
  private static final String JAVA = "java.specification.version";
  private static final String KEYS = "ssl.KeyManagerFactory.algorithm";
  private static final String TRUST = "ssl.TrustManagerFactory.algorithm";

  private Elsewhere() {}

  static void mark(Release release, Map<String, Object> facts) throws Exception {
    String tmp = System.getProperty(TMP);
    System.setProperty(TMP, "/elsewhere");
    compare(facts, release.readComponents(), "host");
    System.setProperty(TMP, tmp);

    String java = System.getProperty(JAVA);
    String keys = Security.getProperty(KEYS);
    String trust = Security.getProperty(TRUST);
    System.setProperty(JAVA, "1.8");
    Security.setProperty(KEYS, "KeysElsewhere");
    Security.setProperty(TRUST, "TrustElsewhere");
    compare(facts, release.readComponents(), "jvm");
    System.setProperty(JAVA, java);
    Security.setProperty(KEYS, keys);
    Security.setProperty(TRUST, trust);
  }

  @SuppressWarnings("unchecked")
  private static void compare(Map<String, Object> here, Map<String, Map<String, Map<String, Object>>> there, String cause) {
    there.forEach((component, definitions) -> definitions.forEach((name, other) -> {
      Map<String, Object> facts = ((Map<String, Map<String, Object>>) here.get(component)).get(name);
      Object value = facts.get("default");
      if (value == null || facts.containsKey("defaultFrom") || value.equals(other.get("default"))) return;
      facts.put("defaultFrom", cause);
      if (cause.equals("host")) facts.put("default", value.toString().replace(System.getProperty("kafkaconfig.tmp"), "${java.io.tmpdir}"));
    }));
  }
}
