// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probe;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class NativeMemoryTest {

    private static final String SUMMARY = """
            Native Memory Tracking:

            Total: reserved=2450113KB, committed=1022097KB
                   malloc: 65177KB #321144, peak=69071KB #322222
                   mmap:   reserved=2384936KB, committed=956920KB

            -                 Java Heap (reserved=786432KB, committed=786432KB)
                                        (mmap: reserved=786432KB, committed=786432KB, at peak)

            -                     Class (reserved=1049233KB, committed=3089KB)
                                        (classes #20101)
            -                      Code (reserved=252300KB, committed=%dKB)
            -                  Compiler (reserved=9000KB, committed=9000KB)
            -               Arena Chunk (reserved=8000KB, committed=8000KB)
            -                     Other (reserved=7000KB, committed=7000KB)
            -    Native Memory Tracking (reserved=5100KB, committed=5100KB)
            """;

    private final NativeMemory before = NativeMemory.parse(SUMMARY.formatted(40_000));

    @Test
    void countsWhatIsKeptBesideTheHeapAndTheProgram() {
        assertThat(before.dataBesideHeapKilobytes()).isEqualTo(7_000);
    }

    @Test
    void tellsWhatHasChanged() {
        assertThat(NativeMemory.parse(SUMMARY.formatted(40_512)).since(before)).isEqualTo("Code +512 KB");
    }

    @Test
    void saysSoWhenTheJvmDoesNotCount() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> NativeMemory.parse("Native memory tracking is not enabled"))
                .withMessageContaining("not enabled");
    }
}
