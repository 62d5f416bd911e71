// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.flv;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import live.tributary.transcoder.media.VideoCodec;

import static live.tributary.transcoder.flv.FlvVectors.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class FlvTest {

    static Stream<FlvVectors.Vector> bothWays() {
        return FlvVectors.bothWays();
    }

    static Stream<FlvVectors.Vector> all() {
        return Stream.concat(FlvVectors.bothWays(), FlvVectors.oneWay());
    }

    static Stream<FlvVectors.Vector> oneWay() {
        return FlvVectors.oneWay();
    }

    @ParameterizedTest
    @MethodSource("all")
    void writesATag(FlvVectors.Vector vector) {
        assertThat(FlvVectors.written(List.of(vector.tag()))).isEqualTo(stream(vector.hex()));
    }

    @ParameterizedTest
    @MethodSource("bothWays")
    void readsATag(FlvVectors.Vector vector) throws IOException {
        assertThat(read(new ByteArrayInputStream(stream(vector.hex()))))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(vector.tag());
    }

    @ParameterizedTest
    @MethodSource("oneWay")
    void refusesWhatNoEncoderOfOursMakes(FlvVectors.Vector vector) {
        assertThatThrownBy(() -> read(new ByteArrayInputStream(stream(vector.hex()))))
                .isInstanceOf(FlvException.class);
    }

    @Test
    void readsTheSameWholeByteByByteAndCutAtRandom() throws IOException {
        var tags = FlvVectors.bothWays().map(FlvVectors.Vector::tag).toList();
        byte[] bytes = FlvVectors.written(tags);
        var random = new Random(42);

        assertThat(read(new Trickle(bytes, () -> 1)))
                .usingRecursiveFieldByFieldElementComparator()
                .isEqualTo(tags);
        for (int round = 0; round < 50; round++) {
            assertThat(read(new Trickle(bytes, () -> 1 + random.nextInt(9))))
                    .usingRecursiveFieldByFieldElementComparator()
                    .isEqualTo(tags);
        }
    }

    @Test
    void everyStreamThatEndsTooEarlySaysSo() {
        byte[] bytes = FlvVectors.written(
                FlvVectors.bothWays().map(FlvVectors.Vector::tag).toList());
        var ends = new ArrayList<Integer>();
        for (int length = 0; length < bytes.length; length++) {
            try {
                read(new ByteArrayInputStream(bytes, 0, length));
                ends.add(length);
            } catch (EOFException expected) {
                assertThat(expected).hasMessageContaining("ends within");
            } catch (IOException other) {
                throw new AssertionError("cut at " + length, other);
            }
        }
        assertThat(ends).as("ends between two tags").containsExactly(13, 37, 63, 84, 105);
    }

    @Test
    void passesOverMetadataAndTheEndOfASequence() throws IOException {
        String metadata = "12 000003 000000 00 000000 020000 0000000e";
        String end = "09 000005 000000 00 000000 17 02 000000 00000010";

        assertThat(read(new ByteArrayInputStream(stream(metadata, end)))).isEmpty();
    }

    @Test
    void passesOverNoMoreThanTheLimit() throws IOException {
        String metadata = "12 000003 000000 00 000000 020000 0000000e";
        String[] most =
                Collections.nCopies(FlvReader.MOST_PASSED_OVER, metadata).toArray(String[]::new);
        String[] more =
                Collections.nCopies(FlvReader.MOST_PASSED_OVER + 1, metadata).toArray(String[]::new);

        assertThat(read(new ByteArrayInputStream(stream(most)))).isEmpty();
        assertThatThrownBy(() -> read(new ByteArrayInputStream(stream(more)))).isInstanceOf(FlvException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "09 000000 000000 00 000000 0000000b", // nothing in it
                "0a 000001 000000 00 000000 00 0000000c", // no such type
                "09 000001 000000 00 000000 17 0000000c", // no room for the header of a picture
                "09 000005 000000 00 000000 17 00 000000 00000010", // a record without content
                "09 000005 000000 00 000000 27 01 000000 00000010", // a picture without content
                "09 000006 000000 00 000000 37 01 000000 aa 00000011", // neither key frame nor inter frame
                "09 000006 000000 00 000000 17 03 000000 aa 00000011", // no such packet
                "09 000006 000000 00 000000 17 01 000000 aa 00000012", // another size at its end
                "08 000003 000000 00 000000 af 02 aa 0000000e", // no such packet of sound
                "08 000002 000000 00 000000 af 01 0000000d" // sound without content
            })
    void refusesABrokenTag(String hex) {
        assertThatThrownBy(() -> read(new ByteArrayInputStream(stream(hex)))).isInstanceOf(FlvException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"464c5602050000000900000000", "464c5601050000000a00000000", "47494638390000000900000000"})
    void refusesAnotherHeader(String hex) {
        assertThatThrownBy(() -> read(new ByteArrayInputStream(FlvVectors.bytes(hex))))
                .isInstanceOf(FlvException.class);
    }

    /** Tag type and the largest size: one byte more is refused before a byte of it is read. */
    @ParameterizedTest
    @CsvSource({"9, 8388608", "8, 262144", "18, 65536"})
    void readsNoMoreThanItsLimits(int type, int most) {
        assertThatThrownBy(() -> read(header(type, most))).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> read(header(type, most + 1)))
                .isInstanceOf(FlvException.class)
                .hasMessageContaining(Integer.toString(most + 1));
    }

    @Test
    void refusesARecordThatIsTooLong() {
        var longest = new FlvTag.Configuration(0, VideoCodec.AVC, new byte[FlvReader.MOST_RECORD_BYTES]);
        var longer = new FlvTag.Configuration(0, VideoCodec.AVC, new byte[FlvReader.MOST_RECORD_BYTES + 1]);

        assertThatThrownBy(() -> read(new ByteArrayInputStream(FlvVectors.written(List.of(longest, longer)))))
                .isInstanceOf(FlvException.class)
                .hasMessageContaining("65537");
    }

    private static InputStream header(int type, int length) {
        return new ByteArrayInputStream(stream("%02x%06x00000000000000".formatted(type, length)));
    }

    private static List<FlvTag> read(InputStream in) throws IOException {
        var reader = new FlvReader(in);
        var tags = new ArrayList<FlvTag>();
        for (var tag = reader.next(); tag.isPresent(); tag = reader.next()) {
            tags.add(tag.get());
        }
        return tags;
    }
}
