// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probe;

import java.time.Duration;

/**
 * How long benchmarks take. Each time can be set on the command line: {@code -Dbench.window=5}.
 *
 * @param blocks how often both servers are measured
 * @param warmUp time under load before a fresh JVM is measured
 * @param settling time under load before each window
 * @param window what is measured
 */
record BenchTimes(int blocks, Duration warmUp, Duration settling, Duration window) {

    static BenchTimes fromCommandLine() {
        return new BenchTimes(
                Integer.getInteger("bench.blocks", 5),
                seconds("warm-up", 30),
                seconds("settle", 30),
                seconds("window", 15));
    }

    private static Duration seconds(String name, int usual) {
        return Duration.ofSeconds(Integer.getInteger("bench." + name, usual));
    }

    /** The same for a server that has just been started. */
    BenchTimes cold() {
        return new BenchTimes(1, warmUp, warmUp, window);
    }
}
