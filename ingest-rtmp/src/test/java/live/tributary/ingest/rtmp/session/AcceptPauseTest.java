// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.session;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

class AcceptPauseTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(AcceptPause.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final EmbeddedChannel listener = new EmbeddedChannel(new AcceptPause());

    @BeforeEach
    void listen() {
        lines.start();
        logger.setLevel(Level.INFO);
        logger.setAdditive(false);
        logger.addAppender(lines);
        listener.freezeTime();
    }

    @AfterEach
    void stop() {
        logger.detachAppender(lines);
        logger.setAdditive(true);
        logger.setLevel(null);
    }

    @Test
    void triesAgainAfterASecondAndNotAtOnce() {
        refuse();
        assertThat(listener.config().isAutoRead()).isFalse();
        pass(999);
        assertThat(listener.config().isAutoRead()).isFalse();
        pass(1);
        assertThat(listener.config().isAutoRead()).isTrue();
    }

    @Test
    void tellsTheTroubleOnceWithItsCauseAndItsFixAndThenItsEnd() {
        for (int second = 0; second < 60; second++) {
            refuse();
            pass(1000);
        }
        assertThat(lines.list).hasSize(1);
        assertThat(lines.list.getFirst().getFormattedMessage()).contains("Too many open files", "LimitNOFILE");
        listener.writeInbound("a connection", "and another");
        assertThat(lines.list).hasSize(2);
        assertThat(listener.inboundMessages()).hasSize(2);
        refuse();
        assertThat(lines.list).hasSize(3);
    }

    private void refuse() {
        listener.pipeline().fireExceptionCaught(new IOException("accept(..) failed: Too many open files"));
        listener.checkException();
    }

    private void pass(long millis) {
        listener.advanceTimeBy(millis, TimeUnit.MILLISECONDS);
        listener.runPendingTasks();
    }
}
