// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

import com.code_intelligence.jazzer.junit.FuzzTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever a disk makes of a journal: it is read as far as it is one, and nothing else happens. */
final class JournalFuzzTest {

    @FuzzTest
    void readsAnyJournalAsFarAsItIsOne(byte[] journal) throws IOException {
        var entries = JournalReader.read(new ByteArrayInputStream(journal));
        assertThat(entries).hasSizeLessThanOrEqualTo(journal.length);
        Retention.of(Survivors.of(entries, _ -> true));
    }

    /** The same with a checksum that fits, so that what lies behind it is reached. */
    @FuzzTest
    void readsAnyEntryOrRefusesIt(byte[] entry) {
        try {
            var read = EntryDecoder.decode(entry);
            assertThat(JournalRecord.encode(List.of(read))).hasSizeGreaterThan(JournalRecord.HEADER_BYTES);
            assertThat(EntryEncoder.encode(read)).isEqualTo(entry);
        } catch (MalformedEntryException refused) {
            assertThat(refused).hasMessageNotContaining("null");
        }
    }
}
