// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.recount;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import live.tributary.node.fairturn.DayKey;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A second program, in another language, that draws pages again. It is given what a directory publishes, and nothing else. */
public final class IndependentProgram {

    static final Path SCRIPT = Path.of("../docs/fairness/recount.py").toAbsolutePath();

    private IndependentProgram() {}

    /**
     * How it ended.
     *
     * @param text all that it said
     */
    public record Outcome(int code, String text) {}

    /**
     * Draws pages again.
     *
     * @param folder for files
     * @param snapshot as it is published
     * @param pages as they were served, or receipts of them
     */
    public static Outcome recount(Path folder, String snapshot, DayKey key, List<String> pages, String... options)
            throws IOException, InterruptedException {
        var snapshotFile = Files.writeString(folder.resolve("snapshot.json"), snapshot);
        var pagesFile = Files.write(folder.resolve("pages.jsonl"), pages);
        var command = new ArrayList<>(
                List.of("python3", SCRIPT.toString(), snapshotFile.toString(), key.hex(), pagesFile.toString()));
        command.addAll(List.of(options));
        var process = start(command);
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Outcome(process.waitFor(), said);
    }

    private static Process start(List<String> command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException missing) {
            throw new AssertionError("this test needs python3: ./tributary test installs it", missing);
        }
    }
}
