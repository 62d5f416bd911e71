// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import live.tributary.transcoder.hls.RenditionName;

/**
 * Where a child brings one rendition: a Unix socket that only this user may open, or a port of this machine where there
 * is none. It takes one connection and is gone then.
 *
 * @param path of the socket; the folder it would be in for a port
 */
record ReturnSocket(ServerSocketChannel channel, String url, Path path) implements Closeable {

    /** {@code sun_path} holds 108 bytes on Linux and 104 elsewhere, and a zero at the end. */
    private static final int LONGEST_PATH_BYTES = 100;

    private static final int BUFFER_BYTES = 64 << 10;

    static ReturnSocket open(Path folder, RenditionName name) throws IOException {
        Path path = folder.resolve(name + ".sock").toAbsolutePath();
        if (path.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH_BYTES) {
            return ofPort(path);
        }
        try {
            return ofFile(path);
        } catch (UnsupportedOperationException noUnixSockets) {
            return ofPort(path);
        }
    }

    private static ReturnSocket ofFile(Path path) throws IOException {
        var channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.bind(UnixDomainSocketAddress.of(path), 1);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
            return new ReturnSocket(channel, "unix:" + path, path);
        } catch (IOException | UnsupportedOperationException e) {
            channel.close();
            Files.deleteIfExists(path);
            throw e;
        }
    }

    private static ReturnSocket ofPort(Path path) throws IOException {
        var channel = ServerSocketChannel.open();
        channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        int port = ((InetSocketAddress) channel.getLocalAddress()).getPort();
        return new ReturnSocket(channel, "tcp://127.0.0.1:" + port, path);
    }

    /** Waits for the child; nobody can come after it. Ends with an exception when the socket is closed meanwhile. */
    InputStream accept() throws IOException {
        var connection = channel.accept();
        close();
        return new BufferedInputStream(Channels.newInputStream(connection), BUFFER_BYTES);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(path);
    }
}
