// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The samples of the last fifteen minutes, one a second; older ones are overwritten. Guarded by its owner. */
final class SampleRing {

    static final int SECONDS = 15 * 60;

    private final @Nullable Sample[] samples = new Sample[SECONDS];
    private int next;
    private int size;

    void add(Sample sample) {
        samples[next] = sample;
        next = (next + 1) % SECONDS;
        size = Math.min(size + 1, SECONDS);
    }

    int size() {
        return size;
    }

    /** The newest ones in the order in which they came; fewer where there are not so many. */
    List<Sample> last(int seconds) {
        int count = Math.min(seconds, size);
        var found = new ArrayList<Sample>(count);
        for (int i = count; i > 0; i--) {
            var sample = samples[Math.floorMod(next - i, SECONDS)];
            if (sample != null) {
                found.add(sample);
            }
        }
        return found;
    }
}
