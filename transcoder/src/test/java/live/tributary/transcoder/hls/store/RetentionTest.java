// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls.store;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import live.tributary.transcoder.hls.AudioFormat;
import live.tributary.transcoder.hls.MediaName.InitName;
import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.hls.WindowEntry;
import live.tributary.transcoder.hls.WindowEntry.Begun;
import live.tributary.transcoder.hls.WindowEntry.Declared;
import live.tributary.transcoder.hls.WindowEntry.FrontMoved;
import live.tributary.transcoder.hls.WindowEntry.Removed;
import live.tributary.transcoder.hls.WindowEntry.SegmentForgotten;
import live.tributary.transcoder.hls.WindowEntry.TrackBegun;

import static org.assertj.core.api.Assertions.assertThat;

class RetentionTest {

    private static final RenditionName SMALL = new RenditionName("h360");
    private static final Begun INIT = new Begun(Entries.INIT, new byte[] {1});
    private static final Begun OTHER =
            new Begun(new InitName(Entries.SESSION, Entries.SOURCE, "ffffffffffffffff"), new byte[] {2});

    @Test
    void ofManyDescriptionsOnlyTheLastIsKept() {
        var entries = new ArrayList<WindowEntry>(List.of(Entries.targets()));
        for (int session = 1; session <= 1000; session++) {
            entries.add(declared(RenditionName.SOURCE, session));
            entries.add(INIT);
            entries.add(declared(SMALL, session));
            entries.add(new Removed(SMALL));
        }
        assertThat(Retention.of(entries))
                .containsExactly(Entries.targets(), declared(RenditionName.SOURCE, 1000), INIT, new Removed(SMALL));
    }

    @Test
    void aRenditionThatIsDescribedAnewKeepsItsPlace() {
        assertThat(Retention.of(List.of(
                        declared(RenditionName.SOURCE, 1),
                        declared(RenditionName.AUDIO, 1),
                        declared(RenditionName.SOURCE, 2))))
                .containsExactly(declared(RenditionName.SOURCE, 2), declared(RenditionName.AUDIO, 1));
    }

    @Test
    void aRenditionThatWasAwayTakesThePlaceOfItsReturn() {
        assertThat(Retention.of(List.of(
                        declared(RenditionName.SOURCE, 1),
                        declared(SMALL, 1),
                        new Removed(RenditionName.SOURCE),
                        declared(RenditionName.SOURCE, 2))))
                .containsExactly(
                        declared(SMALL, 1), new Removed(RenditionName.SOURCE), declared(RenditionName.SOURCE, 2));
    }

    @Test
    void whatFilesBeginWithIsKeptOnceWhileASegmentNamesItOrTheNextOneWill() {
        var named = new TrackBegun(Entries.INIT, 101);
        var entries = List.<WindowEntry>of(INIT, OTHER, INIT, named, OTHER);
        assertThat(Retention.of(entries)).containsExactly(INIT, named, OTHER);
        var later = new ArrayList<WindowEntry>(entries);
        later.add(new SegmentForgotten(101));
        assertThat(Retention.of(later)).containsExactly(OTHER);
    }

    @Test
    void playlistsNeverBeginFurtherBackThanTheyDid() {
        assertThat(Retention.of(List.of(new FrontMoved(102), new FrontMoved(101))))
                .containsExactly(new FrontMoved(102));
    }

    private static Declared declared(RenditionName rendition, int channels) {
        return new Declared(rendition, new AudioFormat("opus", "opus", channels, 128_000), false);
    }
}
