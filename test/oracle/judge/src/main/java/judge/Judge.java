package judge;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** JSON lines in, JSON lines out: a case in, the verdict of the Kafka release on the class path out. */
public final class Judge {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a role's start-up does with the properties, short of opening a socket; it throws what Kafka throws. */
    interface Startup {
        void run(Case asked, Map<String, Object> answer) throws Exception;
    }

    private static final Map<String, Startup> ROLES = Map.ofEntries(
        Map.entry("producer", Clients::producer),
        Map.entry("consumer", Clients::consumer),
        Map.entry("share-consumer", Clients::shareConsumer),
        Map.entry("admin", Clients::admin),
        Map.entry("client", Clients::any),
        Map.entry("streams", Streams::streams),
        Map.entry("broker", Broker::server),
        Map.entry("controller", Broker::server),
        Map.entry("broker-dynamic", Broker::dynamic),
        Map.entry("topic", Resources::topic),
        Map.entry("group", Resources::group),
        Map.entry("client-metrics", Resources::clientMetrics),
        Map.entry("connect-distributed", Worker::distributed),
        Map.entry("connect-standalone", Worker::standalone),
        Map.entry("connector", Connectors::connector),
        Map.entry("mirror-maker", Mirror::mirrorMaker));

    private Judge() { }

    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        System.setOut(System.err);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.println(JSON.writeValueAsString(judge(new Case(JSON.readValue(line, Map.class)))));
            out.flush();
        }
        Runtime.getRuntime().halt(0);
    }

    private static Map<String, Object> judge(Case asked) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", asked.request().get("id"));
        Lines.start();
        try {
            Startup startup = ROLES.get(asked.role());
            if (startup == null) throw new Reflect.Unsupported("no role " + asked.role());
            allowUrls(asked);
            forgetLogins();
            startup.run(asked, answer);
            answer.put("verdict", "accepted");
        } catch (Reflect.Unsupported absent) {
            answer.put("verdict", "unsupported");
            answer.put("message", absent.getMessage());
        } catch (Throwable thrown) {
            refuse(answer, asked, thrown);
        }
        note(answer, "log", Lines.collected());
        note(answer, "unused", Lines.unused());
        if (!asked.flag("values", false)) answer.remove("values");
        return answer;
    }

    /** The JVM's own say in where tokens are fetched from, which releases since 4.0 ask for: what the file names is allowed. */
    private static void allowUrls(Case asked) throws Exception {
        StringJoiner urls = new StringJoiner(",");
        asked.map().forEach((key, value) -> {
            if (key.endsWith(".endpoint.url") && !value.isBlank()) urls.add(value.trim());
        });
        System.setProperty("org.apache.kafka.sasl.oauthbearer.allowed.urls", urls.toString());
    }

    /** Kafka keeps a login for the next client with the same JAAS text, also where the first could not be made: no case may live on another's. */
    private static void forgetLogins() throws Exception {
        Reflect.callStatic(Reflect.need("org.apache.kafka.common.security.authenticator.LoginManager"), "closeAll");
    }

    private static void refuse(Map<String, Object> answer, Case asked, Throwable thrown) {
        answer.put("verdict", Refusal.surroundings(thrown, asked) ? "environment" : "refused");
        answer.put("error", thrown.getClass().getName());
        answer.put("message", Refusal.message(thrown));
        answer.put("trace", Refusal.chain(thrown).stream().map(String::valueOf).toList());
        StackTraceElement[] frames = thrown.getStackTrace();
        if (frames.length > 0) answer.put("at", frames[0].toString());
    }

    private static void note(Map<String, Object> answer, String name, List<String> lines) {
        if (!lines.isEmpty()) answer.put(name, lines);
    }
}
