// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import live.tributary.transcoder.hls.WindowEntry;
import live.tributary.transcoder.hls.WindowEntry.Begun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class JournalFormatTest {

    static Stream<Entries.Vector> vectors() {
        return Entries.vectors();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void writesAndReadsEveryEntryAsTheTableSays(Entries.Vector vector) throws Exception {
        assertThat(HexFormat.of().formatHex(EntryEncoder.encode(vector.entry())))
                .isEqualTo(vector.hex());
        same(EntryDecoder.decode(HexFormat.of().parseHex(vector.hex())), vector.entry());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void refusesAnEntryThatIsCutAnywhereOrTooLong(Entries.Vector vector) {
        var whole = HexFormat.of().parseHex(vector.hex());
        for (int length = 0; length < whole.length; length++) {
            refuses(Arrays.copyOf(whole, length));
        }
        refuses(Arrays.copyOf(whole, whole.length + 1));
    }

    @Test
    void readsAJournalWholeAndByteByByte() throws IOException {
        var journal = journal();
        same(JournalReader.read(new ByteArrayInputStream(journal)), Entries.all());
        same(JournalReader.read(new Trickle(journal)), Entries.all());
    }

    /** The writer is killed with any byte. */
    @Test
    void readsWhatWasFinishedOfAJournalThatIsCutAnywhere() throws IOException {
        var journal = journal();
        for (int length = 0; length <= journal.length; length++) {
            var read = JournalReader.read(new ByteArrayInputStream(journal, 0, length));
            same(read, Entries.all().subList(0, read.size()));
            assertThat(bytes(read)).isLessThanOrEqualTo(length);
            assertThat(read.size() == Entries.all().size()).isEqualTo(length == journal.length);
        }
    }

    @Test
    void stopsAtTheFirstRecordOfWhichAByteIsWrong() throws IOException {
        var random = new Random(7);
        for (int damage = 0; damage < 400; damage++) {
            var journal = journal();
            journal[random.nextInt(journal.length)] ^= (byte) (1 << random.nextInt(8));
            var read = JournalReader.read(new ByteArrayInputStream(journal));
            assertThat(read).hasSizeLessThan(Entries.all().size());
            same(read, Entries.all().subList(0, read.size()));
        }
    }

    @Test
    void readsNoRecordThatIsLargerThanTheLargest() throws IOException {
        var around = Integer.BYTES + EntryEncoder.encode(new Begun(Entries.INIT, new byte[0])).length;
        var largest = new Begun(Entries.INIT, new byte[JournalLimits.MOST_RECORD_BYTES - around]);
        var larger = new Begun(Entries.INIT, new byte[JournalLimits.MOST_RECORD_BYTES - around + 1]);
        assertThat(JournalReader.read(new ByteArrayInputStream(JournalRecord.encode(List.of(largest)))))
                .hasSize(1);
        assertThat(JournalReader.read(new ByteArrayInputStream(JournalRecord.encode(List.of(larger)))))
                .isEmpty();
    }

    private static void refuses(byte[] entry) {
        assertThatExceptionOfType(MalformedEntryException.class).isThrownBy(() -> EntryDecoder.decode(entry));
    }

    /** One record for each entry. */
    private static byte[] journal() {
        var bytes = new ByteArrayOutputStream();
        Entries.all().forEach(entry -> bytes.writeBytes(JournalRecord.encode(List.of(entry))));
        return bytes.toByteArray();
    }

    private static int bytes(List<WindowEntry> entries) {
        return entries.stream()
                .mapToInt(entry -> JournalRecord.encode(List.of(entry)).length)
                .sum();
    }

    private static void same(Object read, Object written) {
        assertThat(read).usingRecursiveComparison().isEqualTo(written);
    }

    /** Gives one byte at a time. */
    private static final class Trickle extends InputStream {
        private final byte[] bytes;
        private int at;

        Trickle(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return at < bytes.length ? bytes[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            var next = length == 0 ? -1 : read();
            if (next >= 0) {
                into[offset] = (byte) next;
            }
            return next >= 0 ? 1 : -1;
        }
    }
}
