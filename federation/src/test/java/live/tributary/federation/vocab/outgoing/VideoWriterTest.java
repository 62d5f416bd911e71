// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import live.tributary.fixtures.fediverse.PeerTubeRules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class VideoWriterTest {

    @Test
    void tellsPeerTubeThatABroadcastIsOnAir() {
        var video = VideoWriter.write(Examples.onAir());
        assertThat(video.path("state").intValue()).isEqualTo(1);
        assertThat(video.path("duration").stringValue()).isEqualTo("PT0S");
        assertThat(video.path("liveState").stringValue()).isEqualTo("live");
        assertThat(video.path("liveUntil").stringValue()).isEqualTo("2026-11-22T19:12:00Z");
        assertThat(video.path("url").findValuesAsString("mediaType"))
                .containsExactly("text/html", "application/x-mpegURL");
    }

    @Test
    void tellsHowLongABroadcastWasAndNoLongerOfItsPlaylist() {
        var video = VideoWriter.write(Examples.ended());
        assertThat(video.path("state").intValue()).isEqualTo(5);
        assertThat(video.path("duration").stringValue()).isEqualTo("PT4260S");
        assertThat(video.path("liveState").stringValue()).isEqualTo("ended");
        assertThat(video.path("url").findValuesAsString("mediaType")).containsExactly("text/html");
    }

    @Test
    void isAVideoLikeAnyOtherWhenItCanBeWatchedAgain() {
        var video = VideoWriter.write(Examples.replay());
        assertThat(video.path("isLiveBroadcast").booleanValue()).isFalse();
        assertThat(video.path("state").intValue()).isEqualTo(1);
        assertThat(video.path("duration").stringValue()).isEqualTo("PT4200S");
        assertThat(video.path("liveState").stringValue()).isEqualTo("ended");
        assertThat(video.path("url").findValuesAsString("mediaType"))
                .containsExactly("text/html", "video/mp4", "video/mp4");
        assertThat(video.path("url").findValuesAsString("height")).containsExactly("1080", "480");
        assertThatThrownBy(() -> new LivePhase.Replay(Examples.START, Duration.ZERO, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsTheMomentOfTheFirstPictureWhateverChanges() {
        assertThat(published(Examples.ended())).isEqualTo(published(Examples.onAir()));
        assertThat(VideoWriter.write(Examples.ended()).path("updated").stringValue())
                .isEqualTo("2026-11-22T20:11:00.000Z");
    }

    @ParameterizedTest
    @CsvSource({"a,“a”", "é,“é”", "ab,“ab”", "abc,abc"})
    void quotesATitleThatPeerTubeFindsTooShort(String title, String written) {
        assertThat(write(Examples.text(title)).path("name").stringValue()).isEqualTo(written);
    }

    @Test
    void cutsATitleThatPeerTubeFindsTooLongBetweenCharacters() {
        var whole = "😀".repeat(120);
        assertThat(write(Examples.text(whole)).path("name").stringValue()).isEqualTo(whole);
        var cut = write(Examples.text(whole + "!"));
        assertThat(cut.path("name").stringValue()).isEqualTo("😀".repeat(119) + "…");
        assertThat(PeerTubeRules.check(cut)).isEmpty();
    }

    @Test
    void leavesOutADescriptionThatIsNone() {
        var video = write(new VideoText("Quiet", Description.NONE, ContentWarning.NONE));
        assertThat(video.propertyNames()).doesNotContain("content", "mediaType", "source");
        assertThat(PeerTubeRules.check(video)).isEmpty();
    }

    @Test
    void warnsWithAReasonOnlyOfWhatIsSensitive() {
        var video = write(new VideoText("Horror night", Description.NONE, new ContentWarning(true, "Jump scares")));
        assertThat(video.path("sensitive").booleanValue()).isTrue();
        assertThat(video.path("summary").stringValue()).isEqualTo("Jump scares");
        assertThat(PeerTubeRules.check(video)).isEmpty();
        assertThatThrownBy(() -> new ContentWarning(false, "Jump scares")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysNothingOfWhatIsNotKnown() {
        var video = Examples.onAir();
        var plain = VideoWriter.write(new Video(
                video.id(),
                video.uuid(),
                video.credits(),
                video.text(),
                VideoFacets.NONE,
                video.pages(),
                video.times()));
        assertThat(plain.propertyNames()).doesNotContain("category", "language");
        assertThat(plain.path("tag").isArray()).isTrue();
        assertThat(PeerTubeRules.check(plain)).isEmpty();
    }

    @Test
    void needsAJpeg() {
        var pages = Examples.onAir().pages();
        var png = new Picture(pages.watch(), "image/png", 640, 360);
        assertThatThrownBy(() -> new VideoPages(pages.watch(), pages.playlist(), List.of(png)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String published(Video video) {
        return VideoWriter.write(video).path("published").stringValue();
    }

    private static JsonNode write(VideoText text) {
        return VideoWriter.write(Examples.video(text, Examples.onAir().times()));
    }
}
