// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probe;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class DelayReportTest {

    @Test
    void tellsDelaysPausesAndPace() {
        var frames = new ArrayList<double[]>();
        for (int n = 0; n < 100; n++) {
            frames.add(new double[] {10_000 + 33.0 * n, 10_000 + 33.0 * n - 1_000 - n});
        }
        frames.add(new double[] {20_000, -1});

        var report = DelayReport.of(frames);

        assertThat(report.percentile(0)).isEqualTo(1_000);
        assertThat(report.percentile(50)).isEqualTo(1_050);
        assertThat(report.percentile(100)).isEqualTo(1_099);
        assertThat(report.framesUnread()).isEqualTo(1);
        assertThat(report.stalled()).isTrue();
        assertThat(report.keptPace()).isTrue();
    }

    @Test
    void seesAViewerThatFallsBehind() {
        var report = DelayReport.of(List.of(new double[] {10_000, 9_000}, new double[] {20_000, 17_500}));

        assertThat(report.keptPace()).isFalse();
    }

    @Test
    void refusesToReportWithoutAClock() {
        assertThatThrownBy(() -> DelayReport.of(List.of(new double[] {10_000, -1})))
                .isInstanceOf(AssertionError.class);
    }
}
