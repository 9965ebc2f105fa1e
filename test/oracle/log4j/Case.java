import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One configuration and what is done to it; knows neither log4j 1 nor Log4j2.
 * A line of the list of cases: id, configuration file, properties file with system properties, file with logger names, output file; tabs between.
 */
final class Case {
    static final long TIME = 1_700_000_123_456L;
    static final String THREAD = "the-worker-thread-1";
    static final String[] LEVELS = {"TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"};
    /** Instants at which the next roll-over is asked for: a morning, an afternoon, the end of a month, of a year. */
    static final long[] INSTANTS = {1_700_000_123_456L, 1_700_031_723_456L, 1_701_388_799_000L, 1_704_067_199_500L};

    final String id;
    final Path config;
    final Properties system = new Properties();
    final List<String> loggers;
    final Path output;
    final StringBuilder status = new StringBuilder();
    final StringBuilder rolling = new StringBuilder();

    private Case(String line) throws IOException {
        String[] parts = line.split("\t");
        id = parts[0];
        config = Paths.get(parts[1]);
        try (Reader in = Files.newBufferedReader(Paths.get(parts[2]))) {
            system.load(in);
        }
        loggers = Files.readAllLines(Paths.get(parts[3]));
        output = Paths.get(parts[4]);
    }

    /** What one side does: load the configuration, log the events, describe how files roll, close everything. */
    interface Side {
        void run(Case c) throws Exception;
    }

    /** One event; the kind tells what it carries besides its message. */
    static final class Event {
        final String logger;
        final String level;
        final String message;
        final String kind;

        Event(String logger, String level, String message, String kind) {
            this.logger = logger;
            this.level = level;
            this.message = message;
            this.kind = kind;
        }
    }

    List<Event> events() {
        List<Event> events = new ArrayList<>();
        for (String logger : loggers) {
            for (String level : LEVELS) events.add(new Event(logger, level, "event-" + events.size() + "-", "plain"));
        }
        String[] kinds = {"exception", "mdc", "mdc2", "ndc", "lines", "marks", "text"};
        for (String logger : loggers.subList(0, Math.min(8, loggers.size()))) {
            for (String level : new String[] {"INFO", "ERROR"}) {
                for (String kind : kinds) events.add(new Event(logger, level, "event-" + events.size() + "-" + body(kind), kind));
            }
        }
        return events;
    }

    private static String body(String kind) {
        if (kind.equals("lines")) return "first\n\tsecond";
        if (kind.equals("marks")) return "%m {} ${sys:user.name} <b>&";
        return kind;
    }

    static Throwable exception() {
        StackTraceElement[] frames = {frame("inner", 11), frame("middle", 22), frame("outer", 33)};
        Exception cause = new IllegalStateException("the cause");
        cause.setStackTrace(new StackTraceElement[] {frame("deep", 5), frames[1], frames[2]});
        Exception thrown = new RuntimeException("it broke", cause);
        thrown.setStackTrace(frames);
        return thrown;
    }

    private static StackTraceElement frame(String method, int line) {
        return new StackTraceElement("com.example.app.Service", method, "Service.java", line);
    }

    static StackTraceElement place() {
        return frame("handle", 42);
    }

    /** Runs every case of the list in this JVM. */
    static void runAll(String[] args, Side side) throws Exception {
        for (String line : Files.readAllLines(Paths.get(args[0]))) new Case(line).run(side);
    }

    private void run(Side side) throws Exception {
        Path root = Paths.get("").toAbsolutePath().getParent().getParent();
        PrintStream out = System.out;
        PrintStream err = System.err;
        Properties before = (Properties) System.getProperties().clone();
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(outBytes, true, "UTF-8"));
        System.setErr(new PrintStream(errBytes, true, "UTF-8"));
        for (String name : system.stringPropertyNames()) System.setProperty(name, system.getProperty(name));
        StringBuilder packets = new StringBuilder();
        try (Packets ignored = new Packets(Files.readString(config, StandardCharsets.ISO_8859_1), packets)) {
            side.run(this);
        } catch (Throwable failure) {
            status.append("FAILED ").append(failure).append('\n');
        } finally {
            System.setOut(out);
            System.setErr(err);
            System.setProperties(before);
        }
        StringBuilder text = new StringBuilder();
        section(text, "status", status.toString());
        section(text, "rolling", rolling.toString());
        section(text, "stdout", outBytes.toString("UTF-8"));
        section(text, "stderr", errBytes.toString("UTF-8"));
        if (packets.length() > 0) section(text, "udp", packets.toString());
        collectFiles(root, text);
        Files.write(output, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void section(StringBuilder text, String name, String content) {
        text.append("\u0001").append(name).append('\n').append(content);
    }

    /** Every file below the root, and away with it: the next case starts with an empty disk. */
    private static void collectFiles(Path root, StringBuilder text) throws IOException {
        Path here = Paths.get("").toAbsolutePath();
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(root)) {
            paths = walk.sorted(Comparator.reverseOrder()).collect(Collectors.toList());
        }
        List<Path> files = new ArrayList<>();
        for (Path path : paths) if (Files.isRegularFile(path)) files.add(path);
        files.sort(Comparator.naturalOrder());
        for (Path file : files) section(text, "file " + here.relativize(file), new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        for (Path path : paths) if (!here.startsWith(path)) Files.delete(path);
    }

    /** Listens on the port that the files for syslog name, while their case runs. */
    private static final class Packets implements AutoCloseable {
        private static final int PORT = 5514;
        private final DatagramSocket socket;
        private final Thread reader;
        private volatile boolean done;

        Packets(String config, StringBuilder text) throws IOException {
            socket = config.contains(String.valueOf(PORT)) ? new DatagramSocket(PORT, InetAddress.getLoopbackAddress()) : null;
            reader = socket == null ? null : new Thread(() -> read(text));
            if (reader == null) return;
            socket.setReceiveBufferSize(1 << 22);
            socket.setSoTimeout(500);
            reader.start();
        }

        private void read(StringBuilder text) {
            byte[] bytes = new byte[65_536];
            while (true) {
                boolean last = done;
                try {
                    DatagramPacket packet = new DatagramPacket(bytes, bytes.length);
                    socket.receive(packet);
                    text.append(new String(bytes, 0, packet.getLength(), StandardCharsets.UTF_8)).append('\n');
                } catch (IOException quiet) {
                    // Nothing came for a while after the last event: that was all.
                    if (last) return;
                }
            }
        }

        @Override
        public void close() throws InterruptedException {
            if (socket == null) return;
            done = true;
            reader.join();
            socket.close();
        }
    }
}
