package kafkaconfig;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in plain data what a `ConfigDef.Validator` checks. Kinds are those of server/src/schema/definition.ts. */
final class Validators {
  private static final Pattern LIST = Pattern.compile("\\[(.*)]");
  private static final Pattern RANGE = Pattern.compile("\\[(-?\\d+),\\.\\.\\.(?:,(-?\\d+))?](?: or (-?\\d+))?");

  private Validators() {}

  static Map<String, Object> of(Object validator) throws Exception {
    String name = validator.getClass().getName();
    String simple = name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$', name.length() - 2)) + 1);
    Map<String, Object> known = ofConfigDef(validator, simple);
    if (known != null) return known;
    known = ofName(validator, name, simple);
    return known != null ? known : ofText(validator);
  }

  private static Map<String, Object> ofConfigDef(Object validator, String simple) throws Exception {
    return switch (simple) {
      case "Range" -> range(validator);
      case "ValidString" -> kind("enum", "values", part(validator, "validStrings"));
      case "CaseInsensitiveValidString" -> ignoringCase(new ArrayList<>((Collection<?>) part(validator, "validStrings")));
      case "ValidList" -> list(validator);
      case "NonNullValidator" -> kind("nonNull");
      case "NonEmptyString" -> kind("nonEmptyString");
      case "NonEmptyStringWithoutControlChars" -> kind("nonEmptyStringNoControl");
      case "CompositeValidator" -> all((List<?>) part(validator, "validators"));
      case "ListSize" -> kind("listSize", "max", part(validator, "maxSize"));
      case "LambdaValidator" -> lambda(validator);
      default -> null;
    };
  }

  private static Map<String, Object> ofName(Object validator, String name, String simple) throws Exception {
    if (name.contains("AutoOffsetReset")) return offsetReset(validator);
    if (name.contains("StreamsConfig$$Lambda")) return topologyOptimization(validator);
    // It looks its names up as they are written, other than its kin.
    if (name.contains(".ShareAcknowledgementMode")) return kind("enum", "values", inBrackets(validator).stream().sorted().toList());
    if (name.contains(".Share")) return ignoringCase(inBrackets(validator));
    return switch (simple) {
      case "NonEmptyListValidator" -> kind("list", "nonEmpty", true);
      case "RegexValidator" -> kind("javaRegex");
      case "ApiVersionValidator$", "MetadataVersionValidator" -> metadataVersion(validator);
      case "AdminListenersValidator" -> kind("connectUrls", "emptyAllowed", true);
      case "ListenersValidator" -> kind("connectUrls");
      case "ResponseHttpHeadersValidator" -> kind("responseHttpHeaders");
      case "ThrottledReplicaListValidator", "ThrottledReplicaListValidator$" -> kind("throttledReplicas");
      case "ControllerQuorumVotersValidator" -> kind("quorumVoters");
      case "ControllerQuorumBootstrapServersValidator" -> kind("quorumBootstrapServers");
      case "PluginVersionValidator" -> kind("mavenVersionRange");
      case "ConcreteSubClassValidator" -> kind("concreteSubclassOf", "class", ((Class<?>) part(validator, "expectedSuperClass")).getName());
      case "InstantiableClassValidator" -> kind("instantiableClass");
      default -> ofOwner(name);
    };
  }

  /** Anonymous classes have no name of their own; the class that they sit in tells them apart. */
  private static Map<String, Object> ofOwner(String name) {
    if (name.matches(".*raft\\.RaftConfig\\$1")) return kind("quorumVoters");
    if (name.matches(".*runtime\\.ConnectorConfig\\$1")) return kind("uniqueAliases");
    if (name.matches(".*transforms\\.(ReplaceField|Cast)\\$1")) return kind("colonPairs");
    return null;
  }

  /** What is left says in words what it checks. */
  private static Map<String, Object> ofText(Object validator) {
    String text = String.valueOf(validator);
    Matcher range = RANGE.matcher(text);
    if (range.matches()) return written(range);
    if (text.contains("colon-delimited pairs")) return kind("colonPairs");
    if (text.contains("KeyGenerator algorithm")) return kind("jvmKeyGeneratorAlgorithm");
    if (text.contains("MAC algorithm")) return kind("jvmMacAlgorithm");
    if (text.startsWith("unique ")) return kind("uniqueAliases");
    if (text.contains("merge.repartition.topics")) return kind("topologyOptimization", "values", inBrackets(validator));
    return kind("other", "text", text.replaceAll("(\\$\\$Lambda).*", "$1"));
  }

  /** A range that is written out: `[1,...,9] or -1`. */
  private static Map<String, Object> written(Matcher range) {
    Map<String, Object> bounds = kind("range", "min", Long.valueOf(range.group(1)));
    if (range.group(2) != null) bounds.put("max", Long.valueOf(range.group(2)));
    if (range.group(3) != null) bounds.put("also", List.of(Long.valueOf(range.group(3))));
    return bounds;
  }

  private static Map<String, Object> lambda(Object validator) throws Exception {
    Map<String, Object> said = ofText(validator);
    if (!"other".equals(said.get("kind"))) return said;
    if (LIST.matcher(String.valueOf(validator)).matches()) {
      List<String> values = inBrackets(validator);
      return Trial.ignoresCase(validator, values) ? ignoringCase(values) : kind("enum", "values", values);
    }
    Map<String, Object> tried = Trial.range(validator);
    return tried != null ? tried : said;
  }

  /** A lambda of Streams (3.4 to 3.6) that says nothing of itself: the list that it looks into is a constant beside it. */
  private static Map<String, Object> topologyOptimization(Object validator) throws Exception {
    Class<?> config = Class.forName("org.apache.kafka.streams.StreamsConfig", true, validator.getClass().getClassLoader());
    return kind("topologyOptimization", "values", Mirror.field(config, null, "TOPOLOGY_OPTIMIZATION_CONFIGS"));
  }

  private static Map<String, Object> range(Object validator) throws Exception {
    Map<String, Object> range = kind("range");
    for (String bound : List.of("min", "max")) {
      Object value = part(validator, bound);
      if (value != null) range.put(bound, value instanceof Float number ? Double.valueOf(number.toString()) : value);
    }
    return range;
  }

  /** KIP-1161 (4.2) gave lists two flags, and made duplicates and empty elements faults in every one of them. */
  private static Map<String, Object> list(Object validator) throws Exception {
    Map<String, Object> list = kind("list");
    List<?> values = (List<?>) part(Mirror.field(validator.getClass(), validator, "validString"), "validStrings");
    if (!values.isEmpty()) list.put("values", values);
    Object emptyAllowed = part(validator, "isEmptyAllowed");
    if (emptyAllowed == null) return list;
    list.put("unique", true);
    list.put("elementsNonEmpty", true);
    if (Boolean.FALSE.equals(emptyAllowed)) list.put("nonEmpty", true);
    if (Boolean.FALSE.equals(part(validator, "isNullAllowed"))) list.put("nonNull", true);
    return list;
  }

  private static Map<String, Object> all(List<?> validators) throws Exception {
    List<Object> parts = new ArrayList<>();
    for (Object validator : validators) parts.add(of(validator));
    return kind("all", "of", parts);
  }

  private static Map<String, Object> metadataVersion(Object validator) {
    List<String> values = inBrackets(validator);
    return values.isEmpty() ? kind("metadataVersion") : kind("metadataVersion", "values", values);
  }

  private static Map<String, Object> offsetReset(Object validator) {
    List<String> values = inBrackets(validator).stream().filter(value -> !value.contains(":")).sorted().toList();
    return kind("offsetReset", "values", values);
  }

  private static Map<String, Object> ignoringCase(List<?> values) {
    Map<String, Object> known = kind("enum", "values", values.stream().map(String::valueOf).sorted().toList());
    known.put("ignoreCase", true);
    return known;
  }

  private static List<String> inBrackets(Object validator) {
    Matcher list = LIST.matcher(String.valueOf(validator));
    return list.find() ? Arrays.stream(list.group(1).split(",")).map(String::trim).toList() : List.of();
  }

  private static Object part(Object validator, String name) throws Exception {
    return Mirror.field(validator.getClass(), validator, name);
  }

  private static Map<String, Object> kind(String kind, Object... rest) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("kind", kind);
    for (int i = 0; i < rest.length; i += 2) map.put(String.valueOf(rest[i]), rest[i + 1]);
    return map;
  }
}
