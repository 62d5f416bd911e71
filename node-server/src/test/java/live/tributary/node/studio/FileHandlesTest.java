// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import live.tributary.node.kernel.OpenFiles;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class FileHandlesTest {

    private static final long LIMIT = 500;
    private static final String SHORT = "new streams are refused";
    private static final String ENOUGH = "new streams are taken again";

    private long open;
    private final FileHandles handles = new FileHandles(new OpenFiles(() -> open, LIMIT));

    @Test
    void areKeptForThoseOnAir() {
        open = LIMIT - FileHandles.OF_A_STREAM;
        assertThat(handles.areThereForAStream()).isTrue();
        open++;
        assertThat(handles.areThereForAStream()).isFalse();
    }

    @Test
    void areCountedInThisProcess() {
        assertThat(new FileHandles(OpenFiles.ofProcess()).areThereForAStream()).isTrue();
    }

    @Test
    void theLogTellsOnceThatTheyRunShortAndOnceThatTheySufficeAgain(CapturedOutput log) {
        handles.look();
        assertThat(log).doesNotContain(SHORT);
        open = LIMIT - 1;
        handles.look();
        handles.look();
        assertThat(log).containsOnlyOnce(SHORT).contains("free=1 limit=500", "LimitNOFILE");
        open = LIMIT - FileHandles.OF_A_STREAM;
        handles.look();
        assertThat(log).doesNotContain(ENOUGH);
        open = 0;
        handles.look();
        handles.look();
        assertThat(log).containsOnlyOnce(SHORT).containsOnlyOnce(ENOUGH);
    }
}
