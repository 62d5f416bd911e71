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
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

    private static final Pattern LISTENING = Pattern.compile("listening for RTMP port");

    private final List<String> command;
    private final RunningProgram program;
    private final URI web;
    private final URI rtmp;

    private ProbedNode(List<String> command, RunningProgram program, URI web, URI rtmp) {
        this.command = command;
        this.program = program;
        this.web = web;
        this.rtmp = rtmp;
    }

    static ProbedNode start() throws IOException {
        return start(List.of());
    }

    /**
     * Starts one under other circumstances.
     *
     * @param prefix what stands in front of the command, such as {@code prlimit}; may be empty
     * @param settings such as {@code tributary.studio.lost-grace=2s}
     */
    static ProbedNode start(List<String> prefix, String... settings) throws IOException {
        int webPort = freePort();
        int rtmpPort = freePort();
        // Readable by all: a node that root starts runs its database as another user.
        Path data = Files.createTempDirectory("probe-");
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        var command = new ArrayList<>(prefix);
        command.addAll(List.of(
                LAUNCHER.toString(),
                "run",
                "--server.port=" + webPort,
                "--management.server.port=" + freePort(),
                "--tributary.studio.rtmp-port=" + rtmpPort,
                "--tributary.instance.public-address=http://localhost:" + webPort,
                "--tributary.data-directory=" + data));
        Stream.of(settings).map(setting -> "--" + setting).forEach(command::add);
        var node = new ProbedNode(
                command,
                RunningProgram.start(command),
                URI.create("http://localhost:" + webPort),
                URI.create("rtmp://127.0.0.1:%d/live/".formatted(rtmpPort)));
        node.await("a claim link", CLAIM_LINK);
        return node;
    }

    /** Stops it as an operator does (SIGTERM), and starts another with the same data on the same ports. */
    ProbedNode restart() {
        program.terminate();
        program.awaitEnd(STOP);
        var next = new ProbedNode(command, RunningProgram.start(command), web, rtmp);
        next.await("a port for encoders", LISTENING);
        return next;
    }

    private void await(String what, Pattern said) {
        Waiting.until(what, START, () -> says(said) || !program.isRunning());
        if (!says(said)) {
            throw new AssertionError("the node did not start: " + program.output());
        }
    }

    private boolean says(Pattern said) {
        return said.matcher(program.output()).find();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
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

    /** The process that the launcher has become. */
    long pid() {
        return program.pid();
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

    /** Files and connections that the node's own process holds open. */
    int openHandles() {
        try (var handles = Files.list(Path.of("/proc", Long.toString(program.pid()), "fd"))) {
            return (int) handles.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it wrote to its log so far. */
    String output() {
        return program.output();
    }

    @Override
    public void close() {
        program.terminate();
        program.awaitEnd(STOP);
        program.close();
    }
}
