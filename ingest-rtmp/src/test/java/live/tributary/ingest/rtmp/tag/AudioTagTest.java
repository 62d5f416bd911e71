// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.tag;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import live.tributary.ingest.rtmp.PublishLimits;
import live.tributary.ingest.rtmp.RtmpException;
import live.tributary.ingest.rtmp.RtmpException.Code;
import live.tributary.ingest.rtmp.client.Wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Audio tag bodies as the two specifications draw them. All arrive at 40 ms. */
class AudioTagTest {
    private static final String OPUS = "4f707573";
    private static final String AAC = "6d703461";

    static List<Arguments> vectors() {
        return List.of(
                arguments("classic AudioSpecificConfig", "af 00 1190", "audio-configuration 0 @40 AAC 1190"),
                arguments("classic AAC", "af 01 2110", "audio 0 @40 AAC 2110"),
                arguments("classic MP3", "2f fffb90", "audio 0 @40 MP3 fffb90"),
                arguments("enhanced AudioSpecificConfig", "90" + AAC + "1190", "audio-configuration 0 @40 AAC 1190"),
                arguments("enhanced AAC", "91" + AAC + "2110", "audio 0 @40 AAC 2110"),
                arguments("OpusHead", "90" + OPUS + "4f70", "audio-configuration 0 @40 OPUS 4f70"),
                arguments("Opus", "91" + OPUS + "fc", "audio 0 @40 OPUS fc"),
                arguments("STREAMINFO", "90 664c6143 664c6143", "audio-configuration 0 @40 FLAC 664c6143"),
                arguments("FLAC", "91 664c6143 fff8", "audio 0 @40 FLAC fff8"),
                arguments("AC-3", "91 61632d33 0b77", "audio 0 @40 AC3 0b77"),
                arguments("E-AC-3", "91 65632d33 0b77", "audio 0 @40 EAC3 0b77"),
                arguments("enhanced MP3", "91 2e6d7033 fffb", "audio 0 @40 MP3 fffb"),
                arguments("end", "92" + OPUS, "audio-end 0 @40"),
                arguments("six channels", "94" + OPUS + "01 06 0000003f", "channels 0 @40 6"),
                arguments("a nanosecond offset", "97 02 000007 01" + OPUS + "fc", "audio 0 @40+7ns OPUS fc"),
                arguments("one track", "95 01" + OPUS + "02 fc", "audio 2 @40 OPUS fc"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void reads(String name, String hex, String expected) {
        var tags = new Tags().audio(Wire.hex(hex));
        assertThat(tags.lines).describedAs(name).containsExactly(expected);
        assertThat(tags.dropped).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void survivesACutAnywhere(String name, String hex, String expected) {
        byte[] whole = Wire.hex(hex);
        for (int length = 0; length < whole.length; length++) {
            var tags = new Tags().audio(Arrays.copyOf(whole, length));
            assertThat(tags.lines.size() + tags.dropped.size())
                    .describedAs(name)
                    .isLessThanOrEqualTo(1);
        }
        assertThat(expected).isNotEmpty();
    }

    @Test
    void readsManyTracksOfManyCodecs() {
        var tags = new Tags().audio(Wire.hex("95 21 " + OPUS + " 00 000001 fc " + AAC + " 01 000002 2110"));
        assertThat(tags.lines).containsExactly("audio 0 @40 OPUS fc", "audio 1 @40 AAC 2110");
    }

    @Test
    void passesOverEmptySound() {
        var tags = new Tags().audio(Wire.hex("af 01")).audio();
        assertThat(tags.lines).isEmpty();
        assertThat(tags.dropped).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"af 02 00", "93" + OPUS, "95 05" + OPUS, "94" + OPUS + "00 00"})
    void dropsAMessageItCannotRead(String hex) {
        var tags = new Tags().audio(Wire.hex(hex));
        assertThat(tags.lines).isEmpty();
        assertThat(tags.dropped).hasSize(1);
    }

    /** PCM, Nellymoser, G.711, Speex, an unknown FourCC. */
    @ParameterizedTest
    @ValueSource(strings = {"3f 00", "6f 00", "7f 00", "bf 00", "91 61616161 00"})
    void refusesUnknownCodecsOnTheSource(String hex) {
        assertThatThrownBy(() -> new Tags().audio(Wire.hex(hex)))
                .isInstanceOfSatisfying(
                        RtmpException.class,
                        problem -> assertThat(problem.code()).isEqualTo(Code.UNSUPPORTED));
    }

    @Test
    void takesSixTracksAndDropsTheSeventh() {
        var tags = new Tags();
        for (int track = 0; track <= PublishLimits.DEFAULTS.audioTracks(); track++) {
            tags.audio(Wire.hex("95 01 " + OPUS + " 0%d fc".formatted(track)));
        }
        assertThat(tags.lines).hasSize(6);
        assertThat(tags.dropped).containsExactly("audio track 6: no room for more");
    }

    @Test
    void takesConfigurationsUpToTheLimit() {
        int limit = PublishLimits.DEFAULTS.configurationBytes();
        assertThat(new Tags().audio(configuration(limit)).lines).hasSize(1);
        assertThatThrownBy(() -> new Tags().audio(configuration(limit + 1)))
                .isInstanceOfSatisfying(
                        RtmpException.class,
                        problem -> assertThat(problem.code()).isEqualTo(Code.TOO_LARGE));
    }

    private static byte[] configuration(int bytes) {
        return new Wire().raw(Wire.hex("af 00")).zeros(bytes).bytes();
    }
}
