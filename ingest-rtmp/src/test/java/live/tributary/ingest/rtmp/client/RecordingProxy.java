// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Stands between one encoder and a server, and keeps what the encoder says. */
public final class RecordingProxy implements AutoCloseable {
    private final ServerSocket listener;
    private final int serverPort;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private final Thread worker;

    public RecordingProxy(int serverPort) throws IOException {
        this.listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        this.serverPort = serverPort;
        this.worker = Thread.ofVirtual().start(this::run);
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Everything the encoder said; waits for its end. */
    public byte[] recording() throws InterruptedException {
        worker.join();
        return heard.toByteArray();
    }

    private void run() {
        try (Socket encoder = listener.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
            Thread back = Thread.ofVirtual().start(() -> pass(server, encoder, OutputStream.nullOutputStream()));
            pass(encoder, server, heard);
            back.join();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pass(Socket from, Socket to, OutputStream copy) {
        try {
            InputStream in = from.getInputStream();
            byte[] buffer = new byte[8192];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                copy.write(buffer, 0, count);
                to.getOutputStream().write(buffer, 0, count);
            }
            to.shutdownOutput();
        } catch (IOException ended) {
            // Either side may end first; what was heard until then is the recording.
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
