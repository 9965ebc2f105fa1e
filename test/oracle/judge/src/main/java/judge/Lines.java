package judge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.helpers.FormattingTuple;
import org.slf4j.helpers.MarkerIgnoringBase;
import org.slf4j.helpers.MessageFormatter;

/** What Kafka logs while one case is judged, on the judging thread alone: network threads complain about brokers that are not there. */
public final class Lines {
    private static final Map<String, Logger> LOGGERS = new ConcurrentHashMap<>();
    private static final Pattern TELLING = Pattern.compile(
        "unused|not used|overrid|ignor|deprecat|disabl|idempoten|will be|defaulting|superse|instead", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOISE = Pattern.compile("AppInfoParser|JmxReporter|reflections|StaticLoggerBinder|NetworkClient");
    /** Said of every program of that kind, whatever its configuration. */
    private static final Pattern PREVIEW = Pattern.compile("preview feature|early access|not enabled for the GlobalThread|kafka-streams-version\\.properties|Added (plugin|alias)|Policy for ConnectorClientConfigOverride|Variables cannot be used in the 'plugin.path'");
    private static final Pattern ONE_UNUSED = Pattern.compile("The configuration '(.*)' was supplied but isn't a known config");
    private static final Pattern ALL_UNUSED = Pattern.compile("These configurations '\\[(.*)]' were supplied but are not used yet");
    private static final int LONGEST = 400;

    private static volatile Thread judging;
    private static final List<String> COLLECTED = new ArrayList<>();
    private static final Set<String> UNUSED = new LinkedHashSet<>();

    private Lines() { }

    public static Logger logger(String name) {
        return LOGGERS.computeIfAbsent(name, Collector::new);
    }

    static void start() {
        COLLECTED.clear();
        UNUSED.clear();
        judging = Thread.currentThread();
    }

    static List<String> collected() {
        return List.copyOf(new LinkedHashSet<>(COLLECTED));
    }

    /** Keys that a client said were supplied but never read. */
    static List<String> unused() {
        return List.copyOf(UNUSED);
    }

    private static void add(String level, String logger, String text) {
        if (Thread.currentThread() != judging || text == null) return;
        if (level.equals("INFO") && text.contains(" values: ")) return;
        if (NOISE.matcher(logger).find() || PREVIEW.matcher(text).find()) return;
        if (noteUnused(text)) return;
        if (level.equals("INFO") && !TELLING.matcher(text).find()) return;
        String line = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        COLLECTED.add(level + " " + line.replaceAll("\\s+", " ").trim());
    }

    private static boolean noteUnused(String text) {
        Matcher one = ONE_UNUSED.matcher(text);
        if (one.find()) return UNUSED.add(one.group(1)) || true;
        Matcher all = ALL_UNUSED.matcher(text);
        if (!all.find()) return false;
        UNUSED.addAll(List.of(all.group(1).split(", ")));
        return true;
    }

    private static final class Collector extends MarkerIgnoringBase {
        private final String loggerName;

        Collector(String loggerName) {
            this.loggerName = loggerName;
        }

        private void put(String level, FormattingTuple line) {
            add(level, loggerName, line.getMessage());
        }

        @Override public String getName() { return loggerName; }
        @Override public boolean isTraceEnabled() { return false; }
        @Override public void trace(String m) { }
        @Override public void trace(String f, Object a) { }
        @Override public void trace(String f, Object a, Object b) { }
        @Override public void trace(String f, Object... a) { }
        @Override public void trace(String m, Throwable t) { }
        @Override public boolean isDebugEnabled() { return false; }
        @Override public void debug(String m) { }
        @Override public void debug(String f, Object a) { }
        @Override public void debug(String f, Object a, Object b) { }
        @Override public void debug(String f, Object... a) { }
        @Override public void debug(String m, Throwable t) { }
        @Override public boolean isInfoEnabled() { return Thread.currentThread() == judging; }
        @Override public void info(String m) { add("INFO", loggerName, m); }
        @Override public void info(String f, Object a) { put("INFO", MessageFormatter.format(f, a)); }
        @Override public void info(String f, Object a, Object b) { put("INFO", MessageFormatter.format(f, a, b)); }
        @Override public void info(String f, Object... a) { put("INFO", MessageFormatter.arrayFormat(f, a)); }
        @Override public void info(String m, Throwable t) { add("INFO", loggerName, m); }
        @Override public boolean isWarnEnabled() { return true; }
        @Override public void warn(String m) { add("WARN", loggerName, m); }
        @Override public void warn(String f, Object a) { put("WARN", MessageFormatter.format(f, a)); }
        @Override public void warn(String f, Object a, Object b) { put("WARN", MessageFormatter.format(f, a, b)); }
        @Override public void warn(String f, Object... a) { put("WARN", MessageFormatter.arrayFormat(f, a)); }
        @Override public void warn(String m, Throwable t) { add("WARN", loggerName, m); }
        @Override public boolean isErrorEnabled() { return true; }
        @Override public void error(String m) { add("ERROR", loggerName, m); }
        @Override public void error(String f, Object a) { put("ERROR", MessageFormatter.format(f, a)); }
        @Override public void error(String f, Object a, Object b) { put("ERROR", MessageFormatter.format(f, a, b)); }
        @Override public void error(String f, Object... a) { put("ERROR", MessageFormatter.arrayFormat(f, a)); }
        @Override public void error(String m, Throwable t) { add("ERROR", loggerName, m); }
    }
}
