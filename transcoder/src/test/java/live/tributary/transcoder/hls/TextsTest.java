// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import live.tributary.transcoder.hls.MediaName.PlaylistName;

import static org.assertj.core.api.Assertions.assertThat;

final class TextsTest {

    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final Texts.Key KEY =
            new Texts.Key(new PlaylistName(View.JOINED, RenditionName.SOURCE), PlaylistForm.FULL, Encoding.PLAIN);

    private final WindowMemory memory = new WindowMemory();
    private final Texts texts = new Texts(memory);

    @Test
    void areRenderedOnceAndLentToAll() {
        var first = texts.lend(KEY, () -> Optional.of("a")).orElseThrow();
        var second = texts.lend(KEY, () -> Optional.of("b")).orElseThrow();
        assertThat(first).isEqualTo(second);
        first.release();
        second.release();
        texts.retire();
        assertThat(memory.activeBuffers()).isZero();
    }

    /** Whoever shows the next edition does not wait, so whoever renders has to free what it rendered. */
    @Test
    void keepNoMemoryWhenTheNextEditionComesWhileOneIsRendered() {
        var lent = texts.lend(KEY, () -> {
            retireElsewhere();
            return Optional.of("too late");
        });
        lent.orElseThrow().release();
        assertThat(memory.activeBuffers()).isZero();
        assertThat(texts.lend(KEY, () -> Optional.of("later still"))).isEmpty();
    }

    private void retireElsewhere() {
        try {
            assertThat(Thread.ofPlatform().start(texts::retire).join(DEADLINE))
                    .as("does not wait")
                    .isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
