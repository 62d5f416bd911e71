// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static live.tributary.transcoder.hls.TestBroadcast.AUDIO;
import static live.tributary.transcoder.hls.TestBroadcast.JOINED;
import static live.tributary.transcoder.hls.TestBroadcast.PART;
import static live.tributary.transcoder.hls.TestBroadcast.PICTURE;
import static live.tributary.transcoder.hls.TestBroadcast.SOUND;
import static live.tributary.transcoder.hls.TestBroadcast.SOURCE;
import static live.tributary.transcoder.hls.TestBroadcast.TARGETS;
import static org.assertj.core.api.Assertions.assertThat;

/** Playlists as text files in {@code golden/}, reviewed like code. */
class GoldenPlaylistsTest {

    private static final Map<String, Supplier<String>> SCENES = scenes();

    @ParameterizedTest
    @MethodSource
    void areWrittenAlikeUnderEveryLocale(String name, Locale locale) throws IOException {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(locale);
            assertThat(SCENES.getOrDefault(name, () -> "").get()).isEqualTo(golden(name));
        } finally {
            Locale.setDefault(before);
        }
    }

    static Stream<Arguments> areWrittenAlikeUnderEveryLocale() {
        return SCENES.keySet().stream()
                .flatMap(name -> Stream.of("en", "tr", "ar-EG-u-nu-arab")
                        .map(tag -> Arguments.of(name, Locale.forLanguageTag(tag))));
    }

    private static Map<String, Supplier<String>> scenes() {
        var scenes = new LinkedHashMap<String, Supplier<String>>();
        scenes.put("first-part", GoldenPlaylistsTest::firstPart);
        scenes.put("mid-segment", GoldenPlaylistsTest::midSegment);
        scenes.put("at-an-edge", GoldenPlaylistsTest::atAnEdge);
        scenes.put("end-is-due", GoldenPlaylistsTest::endIsDue);
        scenes.put("after-discontinuity", GoldenPlaylistsTest::afterDiscontinuity);
        scenes.put("delta", GoldenPlaylistsTest::delta);
        scenes.put("audio", GoldenPlaylistsTest::audioBesidePicture);
        scenes.put("audio-only", GoldenPlaylistsTest::audioOnly);
        scenes.put("joined", GoldenPlaylistsTest::joined);
        scenes.put("gap-rung", GoldenPlaylistsTest::gapRung);
        scenes.put("ended", GoldenPlaylistsTest::ended);
        scenes.put("variable-frame-rate", GoldenPlaylistsTest::variableFrameRate);
        scenes.put("nothing-in-a-segment", GoldenPlaylistsTest::nothingInASegment);
        scenes.put("second-broadcast", GoldenPlaylistsTest::secondBroadcast);
        scenes.put("master", () -> master(View.CANONICAL, PICTURE));
        scenes.put("master-joined", () -> master(View.JOINED, PICTURE));
        scenes.put("master-captions-hlg", () -> master(View.CANONICAL, captionsInHighDynamicRange()));
        scenes.put("master-audio-only", GoldenPlaylistsTest::masterOfSoundAlone);
        scenes.put("master-picture-only", GoldenPlaylistsTest::masterOfPictureAlone);
        return scenes;
    }

    private static String firstPart() {
        try (var broadcast = TestBroadcast.withPictureAndSound()) {
            broadcast.open(false);
            broadcast.parts(1);
            broadcast.writer.goLive(TARGETS);
            return broadcast.playlist(SOURCE);
        }
    }

    private static String midSegment() {
        try (var broadcast = live()) {
            broadcast.open(false);
            broadcast.parts(4);
            return broadcast.playlist(SOURCE);
        }
    }

    private static String atAnEdge() {
        try (var broadcast = live()) {
            broadcast.open(false);
            broadcast.writer.publish();
            return broadcast.playlist(SOURCE);
        }
    }

    private static String endIsDue() {
        try (var broadcast = live()) {
            broadcast.open(false);
            broadcast.parts(10);
            return broadcast.playlist(SOURCE);
        }
    }

    private static String afterDiscontinuity() {
        try (var broadcast = live()) {
            broadcast.pause(Duration.ofSeconds(9));
            broadcast.session(PICTURE, SOUND);
            broadcast.open(true);
            broadcast.parts(1);
            return broadcast.playlist(SOURCE);
        }
    }

    private static String delta() {
        try (var broadcast =
                new TestBroadcast(WindowOptions.inMemory(Duration.ofSeconds(20)), new FirstNumbers(100, 7, false))) {
            broadcast.session(PICTURE, SOUND);
            broadcast.segments(12);
            broadcast.writer.goLive(TARGETS);
            return broadcast.delta(SOURCE);
        }
    }

    private static String audioBesidePicture() {
        try (var broadcast = live()) {
            broadcast.open(false);
            broadcast.parts(2);
            return broadcast.playlist(AUDIO);
        }
    }

    private static String audioOnly() {
        try (var broadcast = new TestBroadcast()) {
            broadcast.writer.beginSession();
            broadcast.sound(SOUND);
            broadcast.segments(2);
            broadcast.writer.goLive(new WindowTargets(Duration.ofSeconds(2), PART, PART));
            return broadcast.playlist(AUDIO);
        }
    }

    private static String joined() {
        try (var broadcast = live()) {
            broadcast.open(false);
            broadcast.parts(2);
            return broadcast.playlist(JOINED);
        }
    }

    /** A smaller picture that nobody asked for until the third segment, and that is one segment behind. */
    private static String gapRung() {
        try (var broadcast = TestBroadcast.withPictureAndSound()) {
            var small = new RenditionName("h360");
            broadcast.writer.offer(small, new VideoFormat("avc1.64001e", 640, 360, 30, VideoRange.SDR, false, 600_000));
            broadcast.segments(2);
            broadcast.writer.goLive(TARGETS);
            broadcast.writer.closeNext(small, Duration.ofSeconds(2));
            broadcast.writer.closeNext(small, Duration.ofSeconds(2));
            broadcast.segments(1);
            broadcast.open(false);
            broadcast.parts(2);
            broadcast.writer.start(small, TestBroadcast.bytes("init small"), TestBroadcast.bytes("init joined"));
            broadcast.add(small, PART, true);
            broadcast.add(small, PART, false);
            broadcast.writer.publish();
            return broadcast.playlist(new MediaName.PlaylistName(View.CANONICAL, small));
        }
    }

    private static String ended() {
        try (var broadcast = live()) {
            broadcast.open(false);
            broadcast.parts(3);
            broadcast.writer.end();
            return broadcast.playlist(SOURCE);
        }
    }

    private static String variableFrameRate() {
        try (var broadcast = live()) {
            broadcast.open(false);
            broadcast.part(Duration.ofNanos(183_333_333), true);
            broadcast.part(Duration.ofNanos(171_111_111), false);
            broadcast.part(Duration.ofNanos(199_999_999), false);
            broadcast.close(Duration.ofNanos(1_554_444_443));
            return broadcast.playlist(SOURCE);
        }
    }

    private static String nothingInASegment() {
        try (var broadcast = live()) {
            broadcast.open(false);
            broadcast.add(RenditionName.SOURCE, PART, true);
            broadcast.close(PART);
            return broadcast.playlist(AUDIO);
        }
    }

    private static String secondBroadcast() {
        try (var broadcast =
                new TestBroadcast(WindowOptions.defaults(), new FirstNumbers(1_764_072_000, 1_764_072_000, true))) {
            broadcast.session(PICTURE, SOUND);
            broadcast.segments(1);
            broadcast.writer.goLive(TARGETS);
            return broadcast.playlist(SOURCE);
        }
    }

    private static String master(View view, VideoFormat picture) {
        try (var broadcast = new TestBroadcast()) {
            broadcast.session(picture, SOUND);
            broadcast.segments(1);
            broadcast.writer.goLive(TARGETS);
            return broadcast.master(view);
        }
    }

    private static String masterOfSoundAlone() {
        try (var broadcast = new TestBroadcast()) {
            broadcast.sound(SOUND);
            broadcast.segments(1);
            broadcast.writer.goLive(TARGETS);
            return broadcast.master(View.JOINED);
        }
    }

    private static String masterOfPictureAlone() {
        try (var broadcast = new TestBroadcast()) {
            broadcast.picture(PICTURE);
            broadcast.segments(1);
            broadcast.writer.goLive(TARGETS);
            return broadcast.master(View.CANONICAL);
        }
    }

    private static VideoFormat captionsInHighDynamicRange() {
        return new VideoFormat("hvc1.2.4.L120.B0", 1920, 1080, 30_000 / 1001.0, VideoRange.HLG, true, 6_000_000);
    }

    private static TestBroadcast live() {
        var broadcast = TestBroadcast.withPictureAndSound();
        broadcast.segments(3);
        broadcast.writer.goLive(TARGETS);
        return broadcast;
    }

    private static String golden(String name) throws IOException {
        try (var stream = GoldenPlaylistsTest.class.getResourceAsStream("golden/" + name + ".m3u8")) {
            return stream == null
                    ? "no file golden/" + name
                    : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
