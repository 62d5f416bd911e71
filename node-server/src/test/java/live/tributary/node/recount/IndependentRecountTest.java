// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.recount;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.node.fairturn.Any;
import live.tributary.node.fairturn.DayKey;
import live.tributary.node.fairturn.Snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** A second program, in another language and written from the specification, draws the same pages. */
final class IndependentRecountTest {

    private static final Path SCRIPT = Path.of("../docs/fairness/recount.py").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void agreesOnAThousandPages() throws Exception {
        for (int i = 0; i < 4; i++) {
            var any = new Any(i);
            var key = any.key();
            var snapshot = any.snapshot(10 + 25 * i, key);
            var pages = IntStream.range(0, 250)
                    .mapToObj(n -> n % 2 == 0
                            ? Served.any(any, snapshot, key, 1 + n % 3).json()
                            : new String(
                                    Served.any(any, snapshot, key, 1 + n % 3)
                                            .receipt()
                                            .write(),
                                    UTF_8))
                    .toList();
            assertThat(recount(snapshot, key, pages)).isEqualTo("250 of 250 pages agree.\n");
        }
    }

    @Test
    void findsThePageThatWasChanged() throws Exception {
        var any = new Any(1);
        var key = any.key();
        var snapshot = any.snapshot(60, key);
        var page = Served.any(any, snapshot, key, 1).json();
        var another = page.replaceFirst("\"w\":\\d+", "\"w\":7");

        assertThat(recount(snapshot, key, List.of(page, another)))
                .startsWith("Page 2 differs: card 1 should say")
                .endsWith("1 of 2 pages agree.\n");
    }

    private String recount(Snapshot snapshot, DayKey key, List<String> pages) throws Exception {
        var snapshotFile = Files.write(folder.resolve("snapshot.json"), SnapshotJson.write(snapshot));
        var pagesFile = Files.write(folder.resolve("pages.jsonl"), pages);
        var process =
                start(List.of("python3", SCRIPT.toString(), snapshotFile.toString(), key.hex(), pagesFile.toString()));
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return said;
    }

    private static Process start(List<String> command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException missing) {
            throw new AssertionError("this test needs python3: ./tributary test installs it", missing);
        }
    }
}
