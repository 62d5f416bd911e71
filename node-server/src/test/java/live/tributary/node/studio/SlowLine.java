// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A line between an encoder and the node that carries so many bytes a second upwards, and whatever comes back. */
final class SlowLine implements AutoCloseable {

    private static final int SLICES_PER_SECOND = 50;
    private static final int SMALL_BUFFER = 16 * 1024;

    private final ServerSocket server;
    private final int nodePort;
    private final int bytesPerSlice;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    SlowLine(int nodePort, int bytesPerSecond) throws IOException {
        this.nodePort = nodePort;
        this.bytesPerSlice = bytesPerSecond / SLICES_PER_SECOND;
        server = new ServerSocket();
        // Or the kernel would take in seconds of media before the encoder feels the line.
        server.setReceiveBufferSize(SMALL_BUFFER);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        var _ = threads.submit(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    private Void accept() throws IOException {
        try (var encoder = server.accept();
                var node = new Socket(InetAddress.getLoopbackAddress(), nodePort)) {
            var back = threads.submit(() -> carry(node.getInputStream(), encoder.getOutputStream(), 0));
            carry(encoder.getInputStream(), node.getOutputStream(), TimeUnit.SECONDS.toNanos(1) / SLICES_PER_SECOND);
            var _ = back.cancel(true);
        }
        return null;
    }

    private Void carry(InputStream from, OutputStream to, long pauseNanos) throws IOException {
        var slice = new byte[bytesPerSlice];
        for (int read = from.read(slice); read >= 0; read = from.read(slice)) {
            to.write(slice, 0, read);
            LockSupport.parkNanos(pauseNanos);
        }
        return null;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
