// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node;

import java.time.Duration;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import live.tributary.fixtures.browser.Chromium;
import live.tributary.fixtures.process.Programs;
import live.tributary.fixtures.process.Waiting;
import live.tributary.fixtures.publisher.AudioEncoder;
import live.tributary.fixtures.publisher.FfmpegPublisher;
import live.tributary.fixtures.publisher.Programme;
import live.tributary.fixtures.publisher.SyntheticProgramme;
import live.tributary.fixtures.publisher.VideoEncoder;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;

import static live.tributary.node.LadderNode.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

/** Who cannot play the sound as it is sent is offered AAC, at any size of the picture. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SoundForEverybodyTest {

    private static final Duration LOOK = Duration.ofSeconds(6);

    private static final SyntheticProgramme OPUS = Programme.synthetic()
            .with(VideoEncoder.H264, AudioEncoder.OPUS)
            .sized(854, 480)
            .lasting(Duration.ofMinutes(2));

    /** As a browser that never heard of Opus. */
    private static final String WITHOUT_OPUS = """
            const { isTypeSupported } = MediaSource;
            MediaSource.isTypeSupported = (type) => !/opus/i.test(type) && isTypeSupported.call(MediaSource, type);
            const { addSourceBuffer } = MediaSource.prototype;
            MediaSource.prototype.addSourceBuffer = function (type) {
              if (/opus/i.test(type)) {
                throw new DOMException(type, "NotSupportedError");
              }
              return addSourceBuffer.call(this, type);
            };
            """;

    private static final String IS_HEARD =
            "() => document.querySelector('video').currentTime > 1 && document.querySelector('video').webkitAudioDecodedByteCount > 0";

    private final LadderNode node;

    SoundForEverybodyTest(TestDatabase database) {
        node = LadderNode.start(database, "on-watch", 16);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void isMadeOfOpusBesideThePictureAndKeepsEveryRule() throws Exception {
        try (var publisher = FfmpegPublisher.publish(Programs.bundledFfmpeg(), OPUS, node.ingest())) {
            awaitAac(publisher);
            assertThat(node.get("master.m3u8").lines())
                    .as("each picture with each sound, the smaller one too")
                    .filteredOn(line -> line.contains("RESOLUTION="))
                    .satisfiesExactlyInAnyOrder(
                            line -> assertThat(line).contains("x480", ",opus\"", "AUDIO=\"opus\""),
                            line -> assertThat(line).contains("x480", ",mp4a.40.2\"", "AUDIO=\"aac\""),
                            line -> assertThat(line).contains("x360", ",opus\"", "AUDIO=\"opus\""),
                            line -> assertThat(line).contains("x360", ",mp4a.40.2\"", "AUDIO=\"aac\""));
            assertThat(node.get("aac.m3u8"))
                    .as("asking for it is enough")
                    .contains("/aac/")
                    .contains("#EXT-X-PART:");
            assertThat(node.watch().decodingWith(Programs.bundledFfmpeg()).follow(LOOK))
                    .isEmpty();
            assertThat(node.get("aac.m3u8"))
                    .satisfies(playlist -> assertThat(playlist.lastIndexOf("#EXT-X-PART:"))
                            .isGreaterThan(playlist.lastIndexOf("#EXT-X-GAP")));
        }
    }

    @Test
    @Tag("browser")
    void isHeardInABrowserThatCannotPlayOpusWithThePictureAndWithout() {
        try (var publisher = FfmpegPublisher.publish(Programs.bundledFfmpeg(), OPUS, node.ingest());
                var chromium = new Chromium();
                var context = chromium.browser().newContext()) {
            awaitAac(publisher);
            context.addInitScript(WITHOUT_OPUS);
            var page = context.newPage();
            page.navigate(node.page().toString());
            page.waitForFunction(IS_HEARD);
            choose(page, "h360");
            page.waitForFunction("() => document.querySelector('video').videoHeight === 360");
            choose(page, "audio");
            page.waitForFunction("() => document.querySelector('video').videoHeight === 0");
            page.waitForFunction(IS_HEARD);
        }
    }

    private static void choose(Page page, String quality) {
        page.selectOption("tb-player select", quality);
    }

    private void awaitAac(FfmpegPublisher publisher) {
        Waiting.until("sound in AAC", PATIENCE, () -> node.get("master.m3u8").contains("aac.m3u8"), publisher::output);
    }
}
