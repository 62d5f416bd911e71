// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.http;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that does what it likes with a connection, and counts those that were opened to it. */
final class RawServer implements AutoCloseable {

    private final ServerSocket listener;
    private final Behaviour behaviour;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger connections = new AtomicInteger();

    /** What is written once a request has begun to arrive. */
    @FunctionalInterface
    interface Behaviour {
        void write(OutputStream answer) throws IOException;
    }

    private RawServer(ServerSocket listener, Behaviour behaviour) {
        this.listener = listener;
        this.behaviour = behaviour;
        threads.execute(this::accept);
    }

    static RawServer start(Behaviour behaviour) {
        return start("127.0.0.1", 0, behaviour);
    }

    static RawServer start(String address, int port, Behaviour behaviour) {
        try {
            return new RawServer(new ServerSocket(port, 50, InetAddress.ofLiteral(address)), behaviour);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var connection = listener.accept();
                connections.incrementAndGet();
                threads.execute(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            if (connection.getInputStream().read() != -1) {
                behaviour.write(connection.getOutputStream());
            }
        } catch (IOException gone) {
            return;
        }
    }

    /** Text as it goes over the wire. */
    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    int connections() {
        return connections.get();
    }

    int port() {
        return listener.getLocalPort();
    }

    URI at(String target) {
        return URI.create("http://%s:%d%s".formatted(listener.getInetAddress().getHostAddress(), port(), target));
    }

    @Override
    public void close() throws IOException {
        listener.close();
        threads.shutdownNow();
    }
}
