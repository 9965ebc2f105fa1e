import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Paths;
import java.text.SimpleDateFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.log4j.Appender;
import org.apache.log4j.Category;
import org.apache.log4j.DailyRollingFileAppender;
import org.apache.log4j.FileAppender;
import org.apache.log4j.Level;
import org.apache.log4j.LogManager;
import org.apache.log4j.Logger;
import org.apache.log4j.PropertyConfigurator;
import org.apache.log4j.RollingFileAppender;
import org.apache.log4j.helpers.LogLog;
import org.apache.log4j.spi.LocationInfo;
import org.apache.log4j.spi.LoggingEvent;
import org.apache.log4j.spi.ThrowableInformation;

/** What log4j 1 does with a configuration. */
final class Log4j1Side {
    public static void main(String[] args) throws Exception {
        LogLog.setQuietMode(true);
        Case.runAll(args, Log4j1Side::run);
    }

    private static void run(Case c) throws Exception {
        LogManager.resetConfiguration();
        LogManager.getLoggerRepository().setThreshold(Level.ALL);
        LogManager.getRootLogger().setLevel(Level.DEBUG);
        PropertyConfigurator.configure(c.config.toString());
        LogLog.setInternalDebugging(false);
        List<String> rolling = new ArrayList<>();
        for (Appender appender : appenders()) {
            if (appender instanceof FileAppender && ((FileAppender) appender).getFile() != null) rolling.add(describe((FileAppender) appender));
        }
        Collections.sort(rolling);
        for (String line : rolling) c.rolling.append(line).append('\n');
        for (Case.Event event : c.events()) log(event);
        LogManager.shutdown();
        LogManager.resetConfiguration();
    }

    private static Set<Appender> appenders() {
        Set<Appender> found = new LinkedHashSet<>();
        List<Category> loggers = new ArrayList<>();
        loggers.add(LogManager.getRootLogger());
        for (Enumeration<?> all = LogManager.getCurrentLoggers(); all.hasMoreElements();) loggers.add((Category) all.nextElement());
        for (Category logger : loggers) {
            for (Enumeration<?> own = logger.getAllAppenders(); own.hasMoreElements();) found.add((Appender) own.nextElement());
        }
        return found;
    }

    private static void log(Case.Event event) {
        Logger logger = Logger.getLogger(event.logger);
        Level level = Level.toLevel(event.level);
        if (logger.getLoggerRepository().isDisabled(level.toInt()) || !level.isGreaterOrEqual(logger.getEffectiveLevel())) return;
        Map<String, String> mdc = new HashMap<>();
        if (event.kind.startsWith("mdc")) mdc.put("connector.context", "[the-connector|task-0] ");
        if (event.kind.equals("mdc2")) mdc.put("myid", "7");
        ThrowableInformation thrown = event.kind.equals("exception") ? new ThrowableInformation(Case.exception()) : null;
        StackTraceElement place = Case.place();
        LocationInfo location = new LocationInfo(place.getFileName(), place.getClassName(), place.getMethodName(), String.valueOf(place.getLineNumber()));
        String ndc = event.kind.equals("ndc") ? "outer inner" : null;
        logger.callAppenders(new LoggingEvent(Log4j1Side.class.getName(), logger, Case.TIME, level, event.message, Case.THREAD, thrown, ndc, location, mdc));
    }

    private static String describe(FileAppender appender) throws Exception {
        String line = appender.getName() + " file=" + Paths.get(appender.getFile()).normalize() + " append=" + appender.getAppend() + " flush=" + appender.getImmediateFlush();
        if (appender.getClass().getName().startsWith("org.apache.log4j.rolling.")) return line + " unknown";
        if (appender instanceof RollingFileAppender) {
            RollingFileAppender rolling = (RollingFileAppender) appender;
            // A size that log4j 1 refuses leaves its default and one byte.
            long size = rolling.getMaximumFileSize() == 10_485_761 ? 10_485_760 : rolling.getMaximumFileSize();
            return line + " size=" + size + " backups=" + Math.max(rolling.getMaxBackupIndex(), 0) + " names=" + rolling.getFile() + ".1";
        }
        return appender instanceof DailyRollingFileAppender ? line + daily((DailyRollingFileAppender) appender) : line;
    }

    /** The next instants, and the name that a period's file gets when the period is over. */
    private static String daily(DailyRollingFileAppender appender) throws Exception {
        Field calendar = DailyRollingFileAppender.class.getDeclaredField("rc");
        calendar.setAccessible(true);
        Object rc = calendar.get(appender);
        Method next = rc.getClass().getMethod("getNextCheckMillis", Date.class);
        next.setAccessible(true);
        StringBuilder out = new StringBuilder();
        for (long instant : Case.INSTANTS) {
            out.append(" next=").append(next.invoke(rc, new Date(instant)));
            out.append(" name=").append(appender.getFile()).append(new SimpleDateFormat(appender.getDatePattern()).format(new Date(instant)));
        }
        return out.toString();
    }
}
