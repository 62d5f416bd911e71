// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.session;

import java.util.ArrayList;
import java.util.List;

import io.netty.channel.SelectStrategy;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class GatheringSelectTest {

    private static final int READY = 3;

    private long now;
    private final List<Long> slept = new ArrayList<>();
    private final GatheringSelect select = new GatheringSelect(() -> now, this::sleep);

    private void sleep(long nanos) {
        slept.add(nanos);
        now += nanos;
    }

    @Test
    void looksAtOnceAfterSilence() throws Exception {
        look(false);
        now += GatheringSelect.PAUSE_NANOS;
        look(false);
        assertThat(slept).isEmpty();
    }

    @Test
    void waitsForTheRestOfThePauseWhereItHasJustLooked() throws Exception {
        look(false);
        now += 100_000;
        look(false);
        now += 300_000;
        look(false);
        assertThat(slept).containsExactly(GatheringSelect.PAUSE_NANOS - 100_000, GatheringSelect.PAUSE_NANOS - 300_000);
    }

    @Test
    void neverLetsTasksWait() throws Exception {
        look(false);
        assertThat(look(true)).isEqualTo(READY);
        assertThat(slept).isEmpty();
    }

    private int look(boolean hasTasks) throws Exception {
        int answer = select.calculateStrategy(() -> READY, hasTasks);
        assertThat(answer).isEqualTo(hasTasks ? READY : SelectStrategy.SELECT);
        return answer;
    }
}
