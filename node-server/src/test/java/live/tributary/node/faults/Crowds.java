// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** The crowds that a node must live with. */
public final class Crowds {

    private static final int SIP_BYTES = 1024;
    private static final int SMALL_RECEIVE_BYTES = 4096;
    private static final Duration BETWEEN_SIPS = Duration.ofSeconds(1);

    /** A version byte and the first hundred bytes of a first message: a handshake that never goes on. */
    private static final int BEGINNING_BYTES = 101;

    private Crowds() {}

    /** Connections that ask for nothing. */
    public static Crowd idle(int size, int port) {
        return Crowd.gather(size, port, SMALL_RECEIVE_BYTES, Crowds::readToTheEnd);
    }

    /** Encoders that begin to shake hands and stop in the middle. */
    public static Crowd stuckInHandshakes(int size, int port) {
        byte[] beginning = new byte[BEGINNING_BYTES];
        beginning[0] = 3;
        return Crowd.gather(size, port, SMALL_RECEIVE_BYTES, socket -> {
            socket.getOutputStream().write(beginning);
            readToTheEnd(socket);
        });
    }

    /** Viewers who take a kilobyte a second of whatever is the newest when they come.
     *  @param newest path of it */
    public static Crowd slowViewers(int size, int port, Supplier<String> newest) {
        return Crowd.gather(size, port, SMALL_RECEIVE_BYTES, socket -> {
            var request = "GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(newest.get());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            while (socket.getInputStream().readNBytes(SIP_BYTES).length == SIP_BYTES) {
                LockSupport.parkNanos(BETWEEN_SIPS.toNanos());
            }
        });
    }

    private static void readToTheEnd(Socket socket) throws IOException {
        var _ = socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    }
}
