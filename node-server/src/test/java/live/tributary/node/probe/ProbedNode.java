// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probe;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import live.tributary.fixtures.process.FreePort;
import live.tributary.fixtures.process.RunningProgram;
import live.tributary.fixtures.process.Waiting;

/** A node in a process of its own, started as an operator starts it, on free ports and with a data folder of its own. */
final class ProbedNode implements AutoCloseable {

    private static final Path LAUNCHER =
            Path.of("../tributary").toAbsolutePath().normalize();
    private static final Path DISK = Path.of(System.getProperty("java.io.tmpdir"));
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final Duration START = Duration.ofMinutes(10);
    private static final Duration STOP = Duration.ofSeconds(40);
    private static final Pattern CLAIM_LINK = Pattern.compile("https?://\\S+(/claim/\\S+)");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private static final Pattern LISTENING = Pattern.compile("listening for RTMP port");

    private final List<String> command;
    private final RunningProgram program;
    private final Addresses addresses;

    /** Where it is reached, and what it keeps. */
    private record Addresses(URI web, URI management, URI rtmp, Path data) {

        static Addresses free(Path parent) throws IOException {
            // Readable by all: a node that root starts runs its database as another user.
            Path data = Files.createTempDirectory(parent, "probe-");
            Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
            return new Addresses(
                    URI.create("http://localhost:" + FreePort.find()),
                    URI.create("http://localhost:" + FreePort.find()),
                    URI.create("rtmp://127.0.0.1:%d/live/".formatted(FreePort.find())),
                    data);
        }

        List<String> settings() {
            return List.of(
                    "--server.port=" + web.getPort(),
                    "--management.server.port=" + management.getPort(),
                    "--tributary.studio.rtmp-port=" + rtmp.getPort(),
                    "--tributary.instance.public-address=" + web,
                    "--tributary.data-directory=" + data);
        }
    }

    private ProbedNode(List<String> command, Addresses addresses) {
        this.command = command;
        this.program = RunningProgram.start(command);
        this.addresses = addresses;
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
        return start(Addresses.free(DISK), prefix, settings);
    }

    /** The same, with all its files in memory: what a disk costs is not measured. */
    static ProbedNode startInMemory(List<String> prefix, String... settings) throws IOException {
        return start(Addresses.free(MEMORY), prefix, settings);
    }

    /**
     * Starts one whose data is on a small disk of its own (in memory, and seen by nobody else): {@link #disk}.
     *
     * @param size such as {@code 600m}
     */
    static ProbedNode startOnDisk(String size, String... settings) throws IOException {
        var addresses = Addresses.free(DISK);
        var mount = "mount -t tmpfs -o size=%s,mode=755 probe %s && exec \"$@\"".formatted(size, addresses.data);
        return start(addresses, List.of("unshare", "--mount", "sh", "-c", mount, "sh"), settings);
    }

    private static ProbedNode start(Addresses addresses, List<String> prefix, String... settings) {
        var command = new ArrayList<>(prefix);
        command.addAll(List.of(LAUNCHER.toString(), "run"));
        command.addAll(addresses.settings());
        Stream.of(settings).map(setting -> "--" + setting).forEach(command::add);
        var node = new ProbedNode(command, addresses);
        node.await("a claim link", CLAIM_LINK);
        return node;
    }

    /** Stops it as an operator does (SIGTERM), and starts another with the same data on the same ports. */
    ProbedNode restart() {
        program.terminate();
        program.awaitEnd(STOP);
        var next = new ProbedNode(command, addresses);
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
        return addresses.web.resolve(path);
    }

    /** What says whether it is healthy. */
    URI health() {
        return addresses.management.resolve("/actuator/health");
    }

    /** Where its numbers are. */
    URI metrics() {
        return addresses.management.resolve("/actuator/prometheus");
    }

    /** Its data folder, as the node itself sees it. */
    Path disk() {
        return proc("root").resolve(Path.of("/").relativize(addresses.data));
    }

    /** Where an encoder publishes with this key. */
    URI ingest(String key) {
        return addresses.rtmp.resolve(key);
    }

    /** The process that the launcher has become. */
    long pid() {
        return program.pid();
    }

    /** Memory of the node's own process, without its database: the launcher has become the node. */
    long residentKilobytes() {
        try {
            var status = RESIDENT.matcher(Files.readString(proc("status")));
            return status.find() ? Long.parseLong(status.group(1)) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files and connections that the node's own process holds open. */
    int openHandles() {
        try (var handles = Files.list(proc("fd"))) {
            return (int) handles.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How much processor time it took so far, by the kernel's count; children are not in it. */
    Duration processorTime() {
        return ProcessHandle.of(program.pid())
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow(() -> new AssertionError("the node has ended: " + program.output()));
    }

    private Path proc(String name) {
        return Path.of("/proc", Long.toString(program.pid()), name);
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
        if (addresses.data.startsWith(MEMORY)) {
            delete(addresses.data);
        }
    }

    private static void delete(Path folder) {
        try (var all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
