import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.ThreadContext;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractManager;
import org.apache.logging.log4j.core.appender.FileAppender;
import org.apache.logging.log4j.core.appender.RollingFileAppender;
import org.apache.logging.log4j.core.appender.mom.kafka.KafkaProducerFactory;
import org.apache.logging.log4j.core.appender.rolling.CompositeTriggeringPolicy;
import org.apache.logging.log4j.core.appender.rolling.CronTriggeringPolicy;
import org.apache.logging.log4j.core.appender.rolling.DefaultRolloverStrategy;
import org.apache.logging.log4j.core.appender.rolling.PatternProcessor;
import org.apache.logging.log4j.core.appender.rolling.SizeBasedTriggeringPolicy;
import org.apache.logging.log4j.core.appender.rolling.TimeBasedTriggeringPolicy;
import org.apache.logging.log4j.core.appender.rolling.TriggeringPolicy;
import org.apache.logging.log4j.core.appender.rolling.action.Action;
import org.apache.logging.log4j.core.appender.rolling.action.DeleteAction;
import org.apache.logging.log4j.core.appender.rolling.action.PathCondition;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.ConfigurationFactory;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.SimpleMessage;
import org.apache.logging.log4j.spi.MutableThreadContextStack;
import org.apache.logging.log4j.status.StatusData;
import org.apache.logging.log4j.status.StatusListener;
import org.apache.logging.log4j.status.StatusLogger;
import org.apache.logging.log4j.util.SortedArrayStringMap;

/** What Log4j2 does with a configuration. */
final class Log4j2Side {
    public static void main(String[] args) throws Exception {
        // No broker is asked: the producer only counts.
        Field factory = Class.forName("org.apache.logging.log4j.core.appender.mom.kafka.KafkaManager").getDeclaredField("producerFactory");
        factory.setAccessible(true);
        factory.set(null, (KafkaProducerFactory) config -> new MockProducer<>(true, new ByteArraySerializer(), new ByteArraySerializer()));
        Case.runAll(args, Log4j2Side::run);
    }

    private static void run(Case c) throws Exception {
        resetManagers();
        StatusListener listener = new StatusListener() {
            @Override
            public void log(StatusData data) {
                String message = data.getMessage().getFormattedMessage();
                if (data.getLevel().isMoreSpecificThan(Level.WARN) && !message.contains("package scanning")) {
                    c.status.append(data.getLevel()).append(' ').append(message).append(data.getThrowable() == null ? "" : " " + data.getThrowable()).append('\n');
                }
            }

            @Override
            public Level getStatusLevel() {
                return Level.WARN;
            }

            @Override
            public void close() {}
        };
        StatusLogger.getLogger().registerListener(listener);
        LoggerContext context = new LoggerContext(c.id);
        try (InputStream in = Files.newInputStream(c.config)) {
            Configuration configuration = ConfigurationFactory.getInstance().getConfiguration(context, new ConfigurationSource(in, c.config.toFile()));
            context.start(configuration);
            List<String> rolling = new ArrayList<>();
            for (Appender appender : configuration.getAppenders().values()) {
                if (!isUsed(appender.getName(), configuration)) continue;
                String line = describe(appender, configuration);
                if (line != null) rolling.add(line);
            }
            Collections.sort(rolling);
            for (String line : rolling) c.rolling.append(line).append('\n');
            for (Case.Event event : c.events()) log(context.getLogger(event.logger), event);
        } finally {
            context.stop();
            StatusLogger.getLogger().removeListener(listener);
        }
    }

    private static boolean isUsed(String name, Configuration configuration) {
        return configuration.getLoggers().values().stream().anyMatch(logger -> logger.getAppenders().containsKey(name));
    }

    private static void resetManagers() throws Exception {
        Field map = AbstractManager.class.getDeclaredField("MAP");
        map.setAccessible(true);
        ((Map<?, ?>) map.get(null)).clear();
    }

    private static void log(Logger logger, Case.Event event) {
        Level level = Level.valueOf(event.level);
        if (!logger.isEnabled(level)) return;
        SortedArrayStringMap mdc = new SortedArrayStringMap();
        if (event.kind.startsWith("mdc")) mdc.putValue("connector.context", "[the-connector|task-0] ");
        if (event.kind.equals("mdc2")) mdc.putValue("myid", "7");
        MutableThreadContextStack ndc = new MutableThreadContextStack(new ArrayList<>());
        if (event.kind.equals("ndc")) ndc.addAll(Arrays.asList("outer", "inner"));
        logger.get().log(Log4jLogEvent.newBuilder()
                .setLoggerName(event.logger)
                .setLoggerFqcn(Log4j2Side.class.getName())
                .setLevel(level)
                .setMessage(new SimpleMessage(event.message))
                .setTimeMillis(Case.TIME)
                .setThreadName(Case.THREAD)
                .setThrown(event.kind.equals("exception") ? Case.exception() : null)
                .setContextData(mdc)
                .setContextStack(event.kind.equals("ndc") ? ndc : ThreadContext.EMPTY_STACK)
                .setSource(Case.place())
                .build());
    }

    private static String describe(Appender appender, Configuration configuration) throws Exception {
        if (appender instanceof FileAppender) {
            FileAppender file = (FileAppender) appender;
            return file.getName() + " file=" + tidy(file.getFileName()) + " append=" + file.getManager().isAppend() + " flush=" + file.getImmediateFlush();
        }
        if (!(appender instanceof RollingFileAppender)) return null;
        RollingFileAppender file = (RollingFileAppender) appender;
        String line = file.getName() + " file=" + tidy(file.getFileName()) + " append=" + file.getManager().isAppend() + " flush=" + file.getImmediateFlush();
        for (TriggeringPolicy policy : policies(file.getTriggeringPolicy())) line += describe(policy, file, configuration);
        return line;
    }

    /** The path without steps that lead nowhere; null for a file that is written to under its rolled name. */
    private static Path tidy(String fileName) {
        return fileName == null ? null : Paths.get(fileName).normalize();
    }

    private static List<TriggeringPolicy> policies(TriggeringPolicy policy) {
        return policy instanceof CompositeTriggeringPolicy ? Arrays.asList(((CompositeTriggeringPolicy) policy).getTriggeringPolicies()) : List.of(policy);
    }

    private static long next(TriggeringPolicy policy, RollingFileAppender file, long instant) throws Exception {
        if (policy instanceof CronTriggeringPolicy) return ((CronTriggeringPolicy) policy).getCronExpression().getNextValidTimeAfter(new Date(instant)).getTime();
        TimeBasedTriggeringPolicy time = (TimeBasedTriggeringPolicy) policy;
        return new PatternProcessor(file.getFilePattern()).getNextTime(instant, time.getInterval(), modulates(time));
    }

    /** True where an action of the roll-over deletes this file. */
    private static boolean deletes(DefaultRolloverStrategy strategy, String name) throws Exception {
        Path path = Paths.get(name).normalize();
        for (Action action : strategy.getCustomActions()) {
            if (!(action instanceof DeleteAction)) continue;
            Path base = ((DeleteAction) action).getBasePath().normalize();
            Path relative = base.toAbsolutePath().relativize(path.toAbsolutePath());
            for (PathCondition condition : ((DeleteAction) action).getPathConditions()) if (condition.accept(base, relative, null)) return true;
        }
        return false;
    }

    private static boolean modulates(TimeBasedTriggeringPolicy policy) throws Exception {
        Field modulate = TimeBasedTriggeringPolicy.class.getDeclaredField("modulate");
        modulate.setAccessible(true);
        return modulate.getBoolean(policy);
    }

    private static String describe(TriggeringPolicy policy, RollingFileAppender file, Configuration configuration) throws Exception {
        PatternProcessor names = new PatternProcessor(file.getFilePattern());
        StringBuilder name = new StringBuilder();
        if (policy instanceof SizeBasedTriggeringPolicy) {
            DefaultRolloverStrategy strategy = (DefaultRolloverStrategy) file.getManager().getRolloverStrategy();
            names.formatFileName(configuration.getStrSubstitutor(), name, strategy.isUseMax() ? strategy.getMaxIndex() : strategy.getMinIndex());
            int backups = deletes(strategy, name.toString()) ? strategy.getMaxIndex() - 1 : strategy.getMaxIndex();
            return " size=" + ((SizeBasedTriggeringPolicy) policy).getMaxFileSize() + " backups=" + backups + " names=" + name;
        }
        if (!(policy instanceof TimeBasedTriggeringPolicy) && !(policy instanceof CronTriggeringPolicy)) return " policy=" + policy;
        StringBuilder out = new StringBuilder();
        for (long instant : Case.INSTANTS) {
            out.append(" next=").append(next(policy, file, instant));
            name.setLength(0);
            names.setPrevFileTime(instant);
            names.formatFileName(configuration.getStrSubstitutor(), name, false, 1);
            out.append(" name=").append(name);
        }
        return out.toString();
    }
}
