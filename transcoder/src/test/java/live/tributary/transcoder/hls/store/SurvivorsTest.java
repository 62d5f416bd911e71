// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls.store;

import java.util.List;

import org.junit.jupiter.api.Test;

import live.tributary.transcoder.hls.WindowEntry;
import live.tributary.transcoder.hls.WindowEntry.FrontMoved;

import static org.assertj.core.api.Assertions.assertThat;

class SurvivorsTest {

    private static final int MISSING = 3;

    @Test
    void theNewestSegmentKeepsWhatCameBeforeAHole() {
        var entries = List.of(
                Entries.opened(100), Entries.part(100, 0, 3), Entries.part(100, MISSING, 3), Entries.part(100, 6, 3));
        assertThat(survivors(entries))
                .containsExactly(Entries.opened(100), Entries.part(100, 0, 3), new FrontMoved(100));
    }

    @Test
    void anOlderSegmentIsAGapThoughItsEndWasNeverWritten() {
        var entries = List.of(
                Entries.opened(99),
                Entries.part(99, 0, 3),
                Entries.opened(100),
                Entries.part(100, 0, 3),
                Entries.part(100, MISSING, 3),
                Entries.opened(101),
                Entries.part(101, 0, 3));
        assertThat(survivors(entries))
                .containsExactly(
                        Entries.opened(99),
                        Entries.part(99, 0, 3),
                        Entries.opened(100),
                        Entries.opened(101),
                        Entries.part(101, 0, 3),
                        new FrontMoved(99));
    }

    @Test
    void whereNothingIsMissingNothingIsChanged() {
        var entries = List.<WindowEntry>of(Entries.opened(100), Entries.part(100, 0, 3));
        assertThat(survivors(entries)).isEqualTo(entries);
    }

    private static List<WindowEntry> survivors(List<? extends WindowEntry> entries) {
        return Survivors.of(List.copyOf(entries), piece -> piece.offset() != MISSING);
    }
}
