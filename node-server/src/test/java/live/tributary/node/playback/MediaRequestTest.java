// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Test;

import live.tributary.node.playback.MediaRequest.Contradictory;
import live.tributary.node.playback.MediaRequest.Still;
import live.tributary.node.playback.MediaRequest.Unknown;
import live.tributary.node.playback.MediaRequest.Wanted;
import live.tributary.transcoder.hls.PlaylistForm;
import live.tributary.transcoder.hls.ReloadPoint;

import static org.assertj.core.api.Assertions.assertThat;

class MediaRequestTest {

    @Test
    void readsNameAndDirectives() {
        assertThat(MediaRequest.parse("/live/c/source.m3u8?_HLS_msn=7&_HLS_part=3&_HLS_skip=v2"))
                .isInstanceOfSatisfying(Wanted.class, wanted -> {
                    assertThat(wanted.channel()).isEqualTo("c");
                    assertThat(wanted.name().path()).isEqualTo("source.m3u8");
                    assertThat(wanted.directives().reloadPoint()).contains(new ReloadPoint(7, 3));
                    assertThat(wanted.directives().form()).isEqualTo(PlaylistForm.DELTA);
                });
    }

    @Test
    void takesNoDirectiveForNoWish() {
        assertThat(MediaRequest.parse("/live/c/source.m3u8?")).isInstanceOfSatisfying(Wanted.class, wanted -> {
            assertThat(wanted.directives().reloadPoint()).isEmpty();
            assertThat(wanted.directives().form()).isEqualTo(PlaylistForm.FULL);
        });
    }

    @Test
    void readsTheAddressOfAStillWhateverItsQuery() {
        assertThat(MediaRequest.parse("/live/c/preview.jpg")).isEqualTo(new Still("c"));
        assertThat(MediaRequest.parse("/live/c/preview.jpg?v=1&_HLS_part=x")).isEqualTo(new Still("c"));
        assertThat(MediaRequest.parse("/live/c/preview.jpeg")).isEqualTo(new Unknown());
    }

    @Test
    void refusesAQueryThatIsTooLongToBeOurs() {
        var query = "a".repeat(512);
        assertThat(MediaRequest.parse("/live/c/source.m3u8?" + query)).isInstanceOf(Wanted.class);
        assertThat(MediaRequest.parse("/live/c/source.m3u8?a" + query)).isInstanceOf(Contradictory.class);
    }

    @Test
    void keepsWhatAPlayerSaysOfItselfOutOfTheWay() {
        var said = "bl%3D1500%2Cbs%2Csid%3D%22" + "6".repeat(600) + "%22";
        assertThat(MediaRequest.parse("/live/c/source.m3u8?_HLS_msn=7&CMCD=" + said + "&_HLS_part=3"))
                .isInstanceOfSatisfying(Wanted.class, wanted -> {
                    assertThat(wanted.directives().reloadPoint()).contains(new ReloadPoint(7, 3));
                    assertThat(wanted.directives().cmcd()).isEqualTo(said);
                });
    }

    @FuzzTest
    void readsAnyAddressWithoutAnException(FuzzedDataProvider strangersBytes) {
        var uri = strangersBytes.consumeRemainingAsString();
        switch (MediaRequest.parse(uri)) {
            case Wanted(var channel, var name, var directives) -> {
                assertThat(uri).startsWith("/live/" + channel + "/" + name.path());
                assertThat(directives.reloadPoint().map(ReloadPoint::msn).orElse(0L))
                        .isNotNegative();
            }
            case Still(var channel) -> assertThat(uri).startsWith("/live/" + channel + "/preview.jpg");
            case Unknown(), Contradictory() -> {
                // Refused without a look at what is on air.
            }
        }
    }
}
