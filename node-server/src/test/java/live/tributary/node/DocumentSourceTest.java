// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class DocumentSourceTest {

    @TempDir
    private Path folder;

    @Test
    void readsAFile() throws IOException {
        var file = Files.writeString(folder.resolve("page"), "{}");

        assertThat(DocumentSource.read(file.toString())).asString().isEqualTo("{}");
    }

    /** A server that sends one byte after the other. */
    @Test
    void waitsNoLongerThanItIsTold() {
        var endless = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                return 1;
            }
        };

        assertThatThrownBy(() -> DocumentSource.read(endless, Duration.ZERO)).hasMessageContaining("it takes longer");
    }

    @Test
    void readsAllThatComesInTime() throws IOException {
        byte[] bytes = new byte[200_000];

        assertThat(DocumentSource.read(new ByteArrayInputStream(bytes), Duration.ofDays(1)))
                .hasSameSizeAs(bytes);
    }

    @Test
    void saysWhatIsNeitherAFileNorAnAddress() {
        for (var text : new String[] {"https://", "https://exa mple/", "http://127.0.0.1:70000/", "no\0file"}) {
            assertThatThrownBy(() -> DocumentSource.read(text))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("Cannot read");
        }
    }
}
