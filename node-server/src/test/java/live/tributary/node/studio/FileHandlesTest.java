// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import live.tributary.node.kernel.OpenFiles;

import static org.assertj.core.api.Assertions.assertThat;

class FileHandlesTest {

    private static final long LIMIT = 500;

    private final Logger logger = (Logger) LoggerFactory.getLogger(FileHandles.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private long open;
    private final FileHandles handles = new FileHandles(new OpenFiles(() -> open, LIMIT));

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(lines);
    }

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
    void theLogTellsOnceThatTheyRunShortAndOnceThatTheySufficeAgain() {
        handles.look();
        assertThat(lines.list).isEmpty();
        open = LIMIT - 1;
        handles.look();
        handles.look();
        assertThat(lines.list).hasSize(1);
        assertThat(lines.list.getFirst().getFormattedMessage()).contains("free=1 limit=500", "LimitNOFILE");
        open = LIMIT - FileHandles.OF_A_STREAM;
        handles.look();
        assertThat(lines.list).hasSize(1);
        open = 0;
        handles.look();
        handles.look();
        assertThat(lines.list).hasSize(2);
    }
}
