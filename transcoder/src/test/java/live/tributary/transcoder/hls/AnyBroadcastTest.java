// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import live.tributary.fixtures.hls.Allowance;
import live.tributary.fixtures.hls.MediaPlaylist;
import live.tributary.fixtures.hls.PlaylistRules;

import static live.tributary.transcoder.hls.TestBroadcast.AUDIO;
import static live.tributary.transcoder.hls.TestBroadcast.JOINED;
import static live.tributary.transcoder.hls.TestBroadcast.PART;
import static live.tributary.transcoder.hls.TestBroadcast.PICTURE;
import static live.tributary.transcoder.hls.TestBroadcast.SOUND;
import static live.tributary.transcoder.hls.TestBroadcast.SOURCE;
import static live.tributary.transcoder.hls.TestBroadcast.TARGETS;
import static org.assertj.core.api.Assertions.assertThat;

/** Whatever a broadcast does, no playlist of it breaks a rule, alone, beside its siblings or after the one before. */
class AnyBroadcastTest {

    private static final PlaylistRules RULES = new PlaylistRules(Allowance.HOLES);

    @Property(tries = 12)
    void keepsTheRulesWithEachPartOfAnySeriesOfSegments(
            @ForAll @Size(min = 1, max = 24) List<@IntRange(min = 5, max = 10) Integer> partsOfSegments,
            @ForAll List<Boolean> reconnects) {
        try (var broadcast =
                new TestBroadcast(WindowOptions.inMemory(Duration.ofSeconds(16)), new FirstNumbers(9, 4, false))) {
            broadcast.session(PICTURE, SOUND);
            broadcast.segments(1);
            broadcast.writer.goLive(TARGETS);
            var watch = new Watch(broadcast);
            for (int i = 0; i < partsOfSegments.size(); i++) {
                var reconnect = i < reconnects.size() && reconnects.get(i);
                segment(broadcast, watch, partsOfSegments.get(i), reconnect);
            }
            broadcast.writer.end();
            watch.look();
            watch.look();
        }
    }

    private static void segment(TestBroadcast broadcast, Watch watch, int parts, boolean reconnect) {
        if (reconnect) {
            broadcast.pause(Duration.ofSeconds(3));
            broadcast.session(PICTURE, SOUND);
        }
        broadcast.open(reconnect);
        for (int i = 0; i < parts; i++) {
            broadcast.part(PART, i == 0);
            watch.look();
        }
        broadcast.close(PART.multipliedBy(parts));
        watch.look();
    }

    /** A viewer who fetches everything each time. */
    private static final class Watch {
        private final TestBroadcast broadcast;
        private String source;
        private String joined;

        Watch(TestBroadcast broadcast) {
            this.broadcast = broadcast;
            source = broadcast.playlist(SOURCE);
            joined = broadcast.playlist(JOINED);
        }

        void look() {
            var newSource = broadcast.playlist(SOURCE);
            var newJoined = broadcast.playlist(JOINED);
            var audio = broadcast.playlist(AUDIO);
            assertThat(RULES.check(newSource)).isEmpty();
            assertThat(RULES.check(newJoined)).isEmpty();
            assertThat(RULES.check(audio)).isEmpty();
            assertThat(RULES.checkSuccession(source, newSource)).isEmpty();
            assertThat(RULES.checkSuccession(joined, newJoined)).isEmpty();
            assertThat(RULES.checkView(Map.of("source.m3u8", newSource, "audio.m3u8", audio)))
                    .isEmpty();
            assertThat(RULES.checkDelta(source, broadcast.delta(SOURCE), newSource))
                    .isEmpty();
            assertThat(MediaPlaylist.parse(newSource).segments()).allSatisfy(this::answers);
            source = newSource;
            joined = newJoined;
        }

        private void answers(MediaPlaylist.Segment segment) {
            var name = (MediaName.SegmentName) MediaName.parse(segment.uri()).orElseThrow();
            assertThat(broadcast.window().segment(name)).isInstanceOfSatisfying(MediaAnswer.Found.class, found -> {
                assertThat(found.bytes().isReadable()).isTrue();
                found.bytes().release();
            });
        }
    }
}
