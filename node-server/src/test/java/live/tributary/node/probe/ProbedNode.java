// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

import live.tributary.fixtures.process.RunningProgram;
import live.tributary.fixtures.process.Waiting;

/** A node in a process of its own, started as an operator starts it, on free ports and with a data folder of its own. */
final class ProbedNode implements AutoCloseable {

    private static final Path LAUNCHER =
            Path.of("../tributary").toAbsolutePath().normalize();
    private static final Duration START = Duration.ofMinutes(10);
    private static final Duration STOP = Duration.ofSeconds(40);
    private static final Pattern CLAIM_LINK = Pattern.compile("https?://\\S+(/claim/\\S+)");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private final RunningProgram program;
    private final URI web;
    private final URI rtmp;

    private ProbedNode(RunningProgram program, int webPort, int rtmpPort) {
        this.program = program;
        this.web = URI.create("http://localhost:" + webPort);
        this.rtmp = URI.create("rtmp://127.0.0.1:%d/live/".formatted(rtmpPort));
    }

    static ProbedNode start() throws IOException {
        int webPort = freePort();
        int rtmpPort = freePort();
        // Readable by all: a node that root starts runs its database as another user.
        Path data = Files.createTempDirectory("probe-");
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        var node = new ProbedNode(
                RunningProgram.start(List.of(
                        LAUNCHER.toString(),
                        "run",
                        "--server.port=" + webPort,
                        "--management.server.port=" + freePort(),
                        "--tributary.studio.rtmp-port=" + rtmpPort,
                        "--tributary.instance.public-address=http://localhost:" + webPort,
                        "--tributary.data-directory=" + data)),
                webPort,
                rtmpPort);
        Waiting.until("a claim link", START, () -> node.hasClaimLink() || !node.program.isRunning());
        if (!node.hasClaimLink()) {
            throw new AssertionError("the node did not start: " + node.program.output());
        }
        return node;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean hasClaimLink() {
        return CLAIM_LINK.matcher(program.output()).find();
    }

    /** Path of the page that makes the first person the owner. */
    String claimPath() {
        var link = CLAIM_LINK.matcher(program.output());
        if (!link.find()) {
            throw new AssertionError("the node printed no claim link: " + program.output());
        }
        return link.group(1);
    }

    /** A page of the node. */
    URI page(String path) {
        return web.resolve(path);
    }

    /** Where an encoder publishes with this key. */
    URI ingest(String key) {
        return rtmp.resolve(key);
    }

    /** Memory of the node's own process, without its database: the launcher has become the node. */
    long residentKilobytes() {
        try {
            var status = RESIDENT.matcher(Files.readString(Path.of("/proc", Long.toString(program.pid()), "status")));
            return status.find() ? Long.parseLong(status.group(1)) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        program.terminate();
        program.awaitEnd(STOP);
        program.close();
    }
}
