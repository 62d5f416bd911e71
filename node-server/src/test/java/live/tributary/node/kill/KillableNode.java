// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import live.tributary.fixtures.process.RunningProgram;
import live.tributary.fixtures.process.Waiting;
import live.tributary.node.TributaryNode;
import live.tributary.node.fixtures.TestDatabase;

/** A node in a process of its own that can be killed and started again, on the same ports and the same data. */
final class KillableNode implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(2);

    private final List<String> command = new ArrayList<>();
    private final int webPort = freePort();
    private final int rtmpPort = freePort();
    private RunningProgram program;

    private KillableNode(TestDatabase database, Path data) {
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                TributaryNode.class.getName()));
        Stream.concat(
                        Stream.of(database.properties()),
                        Stream.of(
                                "server.port=" + webPort,
                                "management.server.port=" + freePort(),
                                "tributary.data-directory=" + data,
                                "tributary.instance.public-address=http://localhost:" + webPort,
                                "tributary.studio.rtmp-address=127.0.0.1",
                                "tributary.studio.rtmp-port=" + rtmpPort,
                                "tributary.dvr.disk-reserve=0B"))
                .map(setting -> "--" + setting)
                .forEach(command::add);
        program = RunningProgram.start(command);
    }

    static KillableNode start(TestDatabase database, Path data) {
        var node = new KillableNode(database, data);
        node.awaitStart();
        return node;
    }

    private void awaitStart() {
        Waiting.until("the node", START, () -> isListening() || !program.isRunning(), program::output);
        if (!program.isRunning()) {
            throw new AssertionError("the node did not start: " + program.output());
        }
    }

    /** Encoders are let in last, so viewers are by then. */
    private boolean isListening() {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), rtmpPort)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /** SIGKILL, and another life. */
    void killAndStartAgain() {
        program.kill();
        program.close();
        program = RunningProgram.start(command);
        awaitStart();
    }

    /** Its pages. */
    URI web() {
        return URI.create("http://localhost:%d/".formatted(webPort));
    }

    URI media(String channel) {
        return URI.create("http://127.0.0.1:%d/live/%s/".formatted(webPort, channel));
    }

    URI ingest(String key) {
        return URI.create("rtmp://127.0.0.1:%d/live/%s".formatted(rtmpPort, key));
    }

    /** What this life of the node said. */
    String output() {
        return program.output();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
