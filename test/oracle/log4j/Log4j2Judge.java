import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.ConfigurationFactory;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.status.StatusData;
import org.apache.logging.log4j.status.StatusListener;
import org.apache.logging.log4j.status.StatusLogger;

/** Prints, as JSON, what Log4j2 reports at WARN and above while it starts with each of the files named, run in a folder that may be written to. */
final class Log4j2Judge {
    public static void main(String[] args) throws Exception {
        Map<String, List<String>> verdicts = new LinkedHashMap<>();
        for (String file : args) verdicts.put(file, judge(Path.of(file)));
        System.out.println("verdicts " + new ObjectMapper().writeValueAsString(verdicts));
    }

    private static List<String> judge(Path file) throws Exception {
        List<String> said = new ArrayList<>();
        StatusListener listener = new StatusListener() {
            @Override
            public void log(StatusData data) {
                if (data.getLevel().isMoreSpecificThan(Level.WARN)) said.add(data.getLevel() + " " + data.getMessage().getFormattedMessage());
            }

            @Override
            public Level getStatusLevel() {
                return Level.WARN;
            }

            @Override
            public void close() {}
        };
        StatusLogger.getLogger().registerListener(listener);
        LoggerContext context = new LoggerContext(file.toString());
        try (InputStream in = Files.newInputStream(file)) {
            Configuration configuration = ConfigurationFactory.getInstance().getConfiguration(context, new ConfigurationSource(in, file.toFile()));
            context.start(configuration);
        } catch (RuntimeException thrown) {
            said.add("THROWN " + thrown);
        } finally {
            context.stop();
            StatusLogger.getLogger().removeListener(listener);
        }
        return said;
    }
}
