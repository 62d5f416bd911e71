// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A child process of this node that is not trusted and must not get in its way: no environment, an empty working
 * directory, low priority, a session of its own.
 *
 * <p>May be used from any thread. Its streams are pipes, and a pipe is a file to the JVM: reading or writing it holds a
 * virtual thread's carrier, so whoever does either uses a platform thread.
 */
final class Child {

    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final Path NICE = Path.of("/usr/bin/nice");
    private static final Duration TIME_TO_TERMINATE = Duration.ofMillis(500);
    private static final int BYTES_PER_KIB = 1024;

    private final Process process;

    private Child(Process process) {
        this.process = process;
    }

    /**
     * Starts it.
     *
     * @param niceness 0 to 19, used where the system has {@code nice}
     * @param output where its standard output goes
     */
    static Child start(List<String> command, Path workingDirectory, int niceness, Redirect output) throws IOException {
        var whole = new ArrayList<String>();
        // Ctrl-C reaches every process of the terminal's session: the node must be the one that decides.
        if (Files.isExecutable(SETSID)) {
            whole.add(SETSID.toString());
        }
        if (Files.isExecutable(NICE)) {
            whole.addAll(List.of(NICE.toString(), "-n", Integer.toString(niceness)));
        }
        whole.addAll(command);
        var builder =
                new ProcessBuilder(whole).directory(workingDirectory.toFile()).redirectOutput(output);
        builder.environment().clear();
        return new Child(builder.start());
    }

    OutputStream input() {
        return process.getOutputStream();
    }

    InputStream output() {
        return process.getInputStream();
    }

    InputStream errors() {
        return process.getErrorStream();
    }

    long pid() {
        return process.pid();
    }

    /** Waits; the exit code, or nothing when it still runs. */
    OptionalInt awaitEnd(Duration atMost) throws InterruptedException {
        return process.waitFor(atMost) ? OptionalInt.of(process.exitValue()) : OptionalInt.empty();
    }

    /** Asks it to end, and half a second later makes it. Blocks until it is gone. */
    void end() throws InterruptedException {
        // By its handle: Process.destroy also closes its streams, and would wait for whoever reads or writes them.
        process.toHandle().destroy();
        if (!process.waitFor(TIME_TO_TERMINATE)) {
            process.toHandle().destroyForcibly();
            process.waitFor();
        }
    }

    /** Without a word, at once. */
    void kill() {
        process.toHandle().destroyForcibly();
    }

    /** Processor time up to now, all threads together. Zero where the system does not tell. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Memory it has for itself and shares now, in bytes. Zero where the system does not tell. */
    long residentBytes() {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid()), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * BYTES_PER_KIB)
                    .findFirst()
                    .orElse(0);
        } catch (IOException _) {
            return 0;
        }
    }
}
