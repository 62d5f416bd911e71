// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probe;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import live.tributary.node.fixtures.Postman;

/**
 * Send requests that were written before: each over a connection of its own, and the next when the last was answered.
 *
 * @param node its root page
 * @param count how many there are
 */
record Postmen(URI node, int count) {

    /** What came of it.
     *  @param seconds from the first request to the last answer */
    record Round(int taken, int refused, double seconds) {

        double perSecond() {
            return taken / seconds;
        }
    }

    Round send(List<byte[]> requests) throws InterruptedException, ExecutionException {
        var next = new AtomicInteger();
        long began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var rounds = Stream.generate(() -> (Callable<Integer>) () -> walk(requests, next))
                    .limit(count)
                    .map(threads::submit)
                    .toList();
            int taken = 0;
            for (Future<Integer> round : rounds) {
                taken += round.get();
            }
            return new Round(taken, requests.size() - taken, (System.nanoTime() - began) / 1e9);
        }
    }

    private int walk(List<byte[]> requests, AtomicInteger next) throws IOException {
        int taken = 0;
        try (var postman = Postman.to(node)) {
            for (int mine = next.getAndIncrement(); mine < requests.size(); mine = next.getAndIncrement()) {
                taken += postman.deliver(requests.get(mine)) == Postman.ACCEPTED ? 1 : 0;
            }
        }
        return taken;
    }
}
