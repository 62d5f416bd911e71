// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.flv;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;

import com.code_intelligence.jazzer.junit.FuzzTest;

import static org.assertj.core.api.Assertions.assertThat;

/** What a poisoned encoder sends: read, or refused by the declared exceptions, and nothing else. */
final class FlvReaderFuzzTest {

    @FuzzTest
    void readsOrRefusesAnything(byte[] input) throws IOException {
        var reader = new FlvReader(new ByteArrayInputStream(input));
        long read = 0;
        try {
            for (var tag = reader.next(); tag.isPresent(); tag = reader.next()) {
                read += switch (tag.get()) {
                    case FlvTag.Configuration configuration -> configuration.record().length;
                    case FlvTag.Picture picture -> picture.data().length;
                    case FlvTag.Sound sound -> sound.data().length;
                };
            }
        } catch (FlvException | EOFException refused) {
            assertThat(refused).hasMessageNotContaining("null");
        }
        assertThat(read).isLessThanOrEqualTo(input.length);
    }
}
