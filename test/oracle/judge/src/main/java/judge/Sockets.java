package judge;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a server's sockets, and the threads that talk to its controllers, make of numbers that no definition limits. */
final class Sockets {
    private static final List<String> TIMEOUTS = List.of("request.timeout.ms", "controller.socket.timeout.ms",
        "socket.connection.setup.timeout.max.ms", "broker.heartbeat.interval.ms");

    private Sockets() { }

    static void check(Object config, Set<String> roles) throws Exception {
        Map<?, ?> values = (Map<?, ?>) Reflect.call(config, "values");
        buffers(values);
        if (roles.contains("broker") && Reflect.find("org.apache.kafka.raft.Endpoints") != null) waits(values);
    }

    /** Sockets that are not bound. -1 leaves the size to the system (Selectable.USE_DEFAULT_BUFFER_SIZE). */
    private static void buffers(Map<?, ?> values) throws IOException {
        int receive = (Integer) values.get("socket.receive.buffer.bytes");
        int send = (Integer) values.get("socket.send.buffer.bytes");
        try (ServerSocket listening = new ServerSocket(); Socket accepted = new Socket()) {
            if (receive != -1) listening.setReceiveBufferSize(receive);
            if (send != -1) accepted.setSendBufferSize(send);
        }
    }

    /** Seen on real nodes of 3.9, 4.1, 4.3 and 4.4: Selector.poll throws, and InterBrokerSendThread ends the process; or the node never registers in time. */
    private static void waits(Map<?, ?> values) {
        for (String key : TIMEOUTS) {
            if (values.get(key) instanceof Number wait && wait.longValue() < 0) throw new IllegalArgumentException("timeout should be >= 0: " + key);
        }
        if (values.get("initial.broker.registration.timeout.ms") instanceof Number wait && wait.longValue() <= 0) {
            throw new IllegalStateException("unable to register with the controller quorum within " + wait + " ms");
        }
    }
}
