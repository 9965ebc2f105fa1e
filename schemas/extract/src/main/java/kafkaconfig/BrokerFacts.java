package kafkaconfig;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What brokers know about properties outside of their `ConfigDef`: how values change at run time, and who gives defaults to whom. */
final class BrokerFacts {
  private static final String SYNONYMS = "org.apache.kafka.server.config.ServerTopicConfigSynonyms";

  private BrokerFacts() {}

  /** Adds `updateMode` (KIP-226) to the broker's properties. */
  static void addUpdateModes(ClassLoader loader, Map<String, Map<String, Object>> broker) throws Exception {
    Object modes = first(loader, "org.apache.kafka.server.config.DynamicBrokerConfig#dynamicConfigUpdateModes()",
        "kafka.server.DynamicBrokerConfig$#dynamicConfigUpdateModes()");
    if (modes == null) return;
    for (Map.Entry<?, ?> mode : ((Map<?, ?>) modes).entrySet()) {
      Map<String, Object> facts = broker.get(String.valueOf(mode.getKey()));
      if (facts != null && !"read-only".equals(mode.getValue())) facts.put("updateMode", mode.getValue());
    }
  }

  /** Adds `serverDefault` and `brokerSynonyms` to the topic's properties. */
  static void addTopicSynonyms(ClassLoader loader, Object configDef, Map<String, Map<String, Object>> topic) throws Exception {
    Object synonyms = first(loader, SYNONYMS + "#ALL_TOPIC_CONFIG_SYNONYMS");
    for (Map.Entry<String, Map<String, Object>> property : topic.entrySet()) {
      String server = serverDefault(loader, configDef, property.getKey());
      if (server != null) property.getValue().put("serverDefault", server);
      Object list = synonyms == null ? null : ((Map<?, ?>) synonyms).get(property.getKey());
      if (list != null) property.getValue().put("brokerSynonyms", synonymsOf((List<?>) list));
    }
  }

  /** Adds `serverDefault` to the group's properties. */
  static void addGroupSynonyms(ClassLoader loader, Map<String, Map<String, Object>> group) throws Exception {
    Object synonyms = first(loader, "org.apache.kafka.coordinator.group.GroupConfig#ALL_GROUP_CONFIG_SYNONYMS");
    if (synonyms == null) return;
    for (Map.Entry<?, ?> synonym : ((Map<?, ?>) synonyms).entrySet()) {
      Map<String, Object> facts = group.get(String.valueOf(synonym.getKey()));
      Object broker = synonym.getValue() instanceof Optional<?> maybe ? maybe.orElse(null) : synonym.getValue();
      if (facts != null && broker != null) facts.put("serverDefault", broker);
    }
  }

  private static String serverDefault(ClassLoader loader, Object configDef, String name) throws Exception {
    Object known = Mirror.call(configDef, "serverConfigName", name);
    if (known == null) {
      Object names = first(loader, SYNONYMS + "#TOPIC_CONFIG_SYNONYMS");
      known = names instanceof Map<?, ?> map ? map.get(name) : null;
    }
    if (known instanceof Optional<?> maybe) known = maybe.orElse(null);
    if (known != null && known.getClass().getName().startsWith("scala.")) {
      known = Boolean.TRUE.equals(Mirror.call(known, "isDefined")) ? Mirror.call(known, "get") : null;
    }
    return (String) known;
  }

  /** The factor shows in what the converter makes of one hour, minute, … */
  private static List<Object> synonymsOf(List<?> synonyms) throws Exception {
    List<Object> list = new ArrayList<>();
    for (Object synonym : synonyms) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("name", Mirror.call(synonym, "name"));
      @SuppressWarnings("unchecked")
      Function<String, String> converter = (Function<String, String>) Mirror.call(synonym, "converter");
      long times = Long.parseLong(converter.apply("1"));
      if (times != 1) entry.put("times", times);
      list.add(entry);
    }
    return list;
  }

  private static Object first(ClassLoader loader, String... paths) throws Exception {
    for (String path : paths) {
      Optional<Object> value = Mirror.read(loader, path);
      if (value.isPresent()) return value.get();
    }
    return null;
  }
}
