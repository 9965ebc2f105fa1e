package kafkaconfig;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The jars of one release, loaded apart from any other's. */
final class Release {
  private final List<File> jars;

  Release(File folder) {
    File[] files = folder.listFiles((dir, name) -> name.endsWith(".jar"));
    jars = Arrays.stream(files == null ? new File[0] : files).sorted().toList();
  }

  /** Every component's properties and every plug-in of this release. */
  Map<String, Object> read() throws Exception {
    Map<String, Object> facts = new TreeMap<>();
    try (URLClassLoader loader = loader()) {
      components(loader).forEach(facts::put);
      facts.put("plugins", Plugins.in(loader, jars));
      facts.putAll(ScalaConfigs.in(loader));
    }
    return facts;
  }

  /** The components alone, as some other machine would read them: see {@link Elsewhere}. */
  Map<String, Map<String, Map<String, Object>>> readComponents() throws Exception {
    try (URLClassLoader loader = loader()) {
      return components(loader);
    }
  }

  private URLClassLoader loader() {
    URL[] urls = jars.stream().map(Release::url).toArray(URL[]::new);
    return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
  }

  private static Map<String, Map<String, Map<String, Object>>> components(ClassLoader loader) throws Exception {
    Thread.currentThread().setContextClassLoader(loader);
    Map<String, Map<String, Map<String, Object>>> components = new TreeMap<>();
    for (Map.Entry<String, List<String>> component : Resource.lines("components.txt").entrySet()) {
      Optional<Object> configDef = first(loader, component.getValue());
      if (configDef.isEmpty()) continue;
      Map<String, Map<String, Object>> definitions = Definitions.of(configDef.get());
      Deprecations.mark(loader, component.getValue(), definitions);
      if (component.getKey().equals("topic")) BrokerFacts.addTopicSynonyms(loader, configDef.get(), definitions);
      components.put(component.getKey(), definitions);
    }
    enrich(loader, components);
    return components;
  }

  private static void enrich(ClassLoader loader, Map<String, Map<String, Map<String, Object>>> components) throws Exception {
    // Up to 3.8 the dynamic definition repeats every property that can change at run time.
    if (components.containsKey("broker-dynamic-only")) {
      components.get("broker-dynamic-only").keySet().removeAll(components.get("broker").keySet());
    }
    if (components.containsKey("broker")) BrokerFacts.addUpdateModes(loader, components.get("broker"));
    if (components.containsKey("group")) BrokerFacts.addGroupSynonyms(loader, components.get("group"));
    Optional<Object> unsupported =
        Mirror.read(loader, "org.apache.kafka.clients.consumer.ShareConsumerConfig#SHARE_GROUP_UNSUPPORTED_CONFIGS");
    if (unsupported.isEmpty()) return;
    for (Object name : (List<?>) unsupported.get()) {
      Map<String, Object> facts = components.get("share-consumer").get(String.valueOf(name));
      if (facts != null) facts.put("unsupported", true);
    }
  }

  private static Optional<Object> first(ClassLoader loader, List<String> paths) throws Exception {
    for (String path : paths) {
      Optional<Object> value = Mirror.read(loader, path);
      if (value.isPresent()) return value;
    }
    return Optional.empty();
  }

  private static URL url(File file) {
    try {
      return file.toURI().toURL();
    } catch (MalformedURLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
