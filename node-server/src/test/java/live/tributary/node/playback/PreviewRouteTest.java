// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import live.tributary.node.kernel.ChannelId;
import live.tributary.node.studio.JpegSize;
import live.tributary.node.studio.PreviewPicture;

import static org.assertj.core.api.Assertions.assertThat;

class PreviewRouteTest {

    private static final PreviewPicture PICTURE = new PreviewPicture(
            ChannelId.parse(LiveNode.CHANNEL).orElseThrow(),
            "a picture".getBytes(StandardCharsets.US_ASCII),
            new JpegSize(640, 360),
            "a large picture".getBytes(StandardCharsets.US_ASCII),
            LiveNode.NOW);

    private final LiveNode node = new LiveNode();

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void answersNothingBeforeTheFirstStillAndOnOtherChannels() {
        assertThat(node.get("preview.jpg").statusCode()).isEqualTo(404);
        node.still(PICTURE);
        assertThat(node.send("GET", "/live/ba9876543210/preview.jpg").join().statusCode())
                .isEqualTo(404);
    }

    @Test
    void givesAStillThatCachesKeepForAMomentOnly() {
        node.still(PICTURE);
        var answer = node.get("preview.jpg?v=" + PICTURE.version());
        assertThat(answer.body()).isEqualTo("a picture");
        assertThat(answer.headers().map())
                .containsEntry("content-type", List.of("image/jpeg"))
                .containsEntry("content-length", List.of("9"))
                .containsEntry("cache-control", List.of("public, max-age=10"))
                .containsEntry("access-control-allow-origin", List.of("*"))
                .doesNotContainKeys("set-cookie");
        assertThat(node.count("tributary.playback.requests", "kind", "preview")).isEqualTo(1);
    }

    @Test
    void sendsWhatTheClientHasNotAgain() {
        node.still(PICTURE);
        var tag = node.get("preview.jpg").headers().firstValue("etag").orElseThrow();
        var again = node.get("preview.jpg", "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        var later = LiveNode.NOW.plusSeconds(10);
        node.still(new PreviewPicture(PICTURE.channel(), PICTURE.jpeg(), PICTURE.size(), PICTURE.large(), later));
        assertThat(node.get("preview.jpg", "If-None-Match", tag).statusCode()).isEqualTo(200);
    }
}
