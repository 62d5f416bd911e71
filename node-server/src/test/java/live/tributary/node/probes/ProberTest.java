// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probes;

import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;

import org.junit.jupiter.api.Test;

import live.tributary.federation.http.Outcome;
import live.tributary.federation.signature.Headers;

import static org.assertj.core.api.Assertions.assertThat;

final class ProberTest {

    private static final URI MASTER = URI.create("https://pond.example/live/master.m3u8");
    private static final URI MEDIA = URI.create("https://pond.example/live/low/media.m3u8");
    private static final InetAddress MACHINE = InetAddress.ofLiteral("203.0.113.1");
    private static final Probing ADVANCED = new Probing.Advanced(MEDIA, MACHINE);
    private static final String LOW = "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nlow/media.m3u8\n";

    @Test
    void whatHasMovedAfterTheFirstPauseGoesOn() {
        assertThat(probe(LOW, media(4, 1), media(4, 2))).containsExactly(waiting(4, 1, false), ADVANCED);
    }

    @Test
    void longSegmentsAreWaitedForOnce() {
        assertThat(probe(LOW, media(4, 0), media(4, 0), media(5, 0)))
                .containsExactly(waiting(4, 0, false), waiting(4, 0, true), ADVANCED);
        assertThat(probe(LOW, media(4, 0), media(4, 0), media(4, 0)))
                .containsExactly(
                        waiting(4, 0, false), waiting(4, 0, true), new Probing.Stood("the playlist does not move"));
    }

    @Test
    void aPlaylistThatGoesBackIsNoBroadcast() {
        assertThat(probe(LOW, media(4, 0), media(3, 9), media(3, 8)).getLast()).isInstanceOf(Probing.Stood.class);
    }

    @Test
    void whatIsOverOrNotThereStands() {
        assertThat(probe(LOW, media(4, 0) + "#EXT-X-ENDLIST\n"))
                .containsExactly(new Probing.Stood("the broadcast is over"));
        assertThat(probe(LOW, LOW)).containsExactly(new Probing.Stood("there is no playlist of media"));
        assertThat(probe("")).containsExactly(new Probing.Stood(MASTER + " answered 404."));
        assertThat(probe("#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n:\\\\\n"))
                .containsExactly(new Probing.Stood("its rendition has no address"));
        assertThat(probe(LOW, media(4, 0), "")).last().isEqualTo(new Probing.Stood(MEDIA + " answered 404."));
    }

    /** The steps of one probe; each answer is given once, an empty one is none. */
    private static List<Probing> probe(String... answers) {
        var left = new ArrayDeque<>(List.of(answers));
        var prober = new Prober((address, _) -> answered(address, left.remove()));
        var steps = new ArrayDeque<Probing>();
        steps.add(prober.step(new Probing.Begun(MASTER)));
        while (steps.getLast() instanceof Probing.Waiting) {
            steps.add(prober.step(steps.getLast()));
        }
        assertThat(left).isEmpty();
        assertThat(prober.step(steps.getLast())).isSameAs(steps.getLast());
        return List.copyOf(steps);
    }

    private static Outcome answered(URI address, String body) {
        return new Outcome.Answered(
                address, MACHINE, body.isEmpty() ? 404 : 200, Headers.NONE, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String media(int next, int parts) {
        return "#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:%d\n#EXTINF:2,\na\n%s"
                .formatted(next - 1, "#EXT-X-PART:U\n".repeat(parts));
    }

    private static Probing waiting(long segment, int parts, boolean last) {
        return new Probing.Waiting(
                MEDIA, new Position(segment, parts), last ? Probing.LAST_PAUSE : Probing.FIRST_PAUSE);
    }
}
