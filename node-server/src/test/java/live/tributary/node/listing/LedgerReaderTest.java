// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.listing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Test;

import live.tributary.node.broadcast.Language;

import static org.assertj.core.api.Assertions.assertThat;

/** What a directory may write down, and what is kept of it. */
final class LedgerReaderTest {

    private static final Language ENGLISH = new Language("en");

    @Test
    void readsLinesAndNothingElse() {
        assertThat(read("""
                {"groups": 7, "more": [{"gid": "a"}], "groups": [1, [{}],
                  {"gid": "a", "pool": "en", "minutes": 90, "due": 10.5, "received": 7, "x": {"gid": "b"}}]}""")).containsExactly(new LedgerLine("a", "en", 90, 10.5, 7));
        assertThat(read("[]")).isEmpty();
        assertThat(read("")).isEmpty();
    }

    @Test
    void keepsWhatCameBeforeItBroke() {
        assertThat(read("{\"groups\":[{\"gid\":\"a\"},{\"gid\":"))
                .extracting(LedgerLine::gid)
                .containsExactly("a");
        assertThat(read("{\"groups\":[{\"gid\":\"a\"}," + "[".repeat(40))).hasSize(1);
        assertThat(read("{\"groups\":[{\"gid\":\"" + "a".repeat(200_000))).isEmpty();
    }

    @Test
    void cutsNumbersThatNoDayHolds() {
        assertThat(LedgerLine.of("a", "en", 1e12, Double.POSITIVE_INFINITY, Double.NaN))
                .isEqualTo(new LedgerLine("a", "en", 1_440, 1e9, 0));
        assertThat(LedgerLine.of("a", "en", -5, -1, -0.5)).isEqualTo(new LedgerLine("a", "en", 0, 0, 0));
        assertThat(new OwnLine(ENGLISH, 0, 1e-300, 7, false, false).sharePercent())
                .isEqualTo(9_999);
    }

    @Test
    void keepsAFewLanguagesAndThoseOfTheTeamBeforeAll() {
        var entries = new OwnEntries(List.of(ENGLISH));
        for (var country : Locale.getISOCountries()) {
            entries.add(new LedgerLine("a", "de-" + country, 1_440, 1, 1));
        }
        for (int i = 0; i < 20; i++) {
            entries.add(new LedgerLine("a", "en", 1_440, 1, 1));
        }
        entries.add(new LedgerLine("a", "", 1, 1, 1));
        entries.add(new LedgerLine("a", "klingon or so", 1, 1, 1));
        var lines = entries.lines(Optional.empty(), Optional.empty());
        assertThat(lines).hasSize(OwnEntries.MOST_POOLS);
        assertThat(lines.getLast()).isEqualTo(new OwnLine(ENGLISH, OwnLine.MOST_MINUTES, 20, 20, false, false));
    }

    @FuzzTest
    void readsAnythingWithoutAnException(byte[] document) {
        LedgerReader.read(document, line -> {
            assertThat(line.minutes()).isBetween(0, 1_440);
            assertThat(line.due()).isBetween(0.0, 1e9);
            assertThat(line.received()).isBetween(0.0, 1e9);
        });
    }

    private static List<LedgerLine> read(String document) {
        var lines = new ArrayList<LedgerLine>();
        LedgerReader.read(document.getBytes(StandardCharsets.UTF_8), lines::add);
        return lines;
    }
}
