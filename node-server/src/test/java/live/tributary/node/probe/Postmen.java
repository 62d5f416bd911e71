// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probe;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Send requests that were written before: each over a connection of its own, and the next when the last was answered. They do
 * as little as can be done besides, since they have the cores of the node.
 *
 * @param node its root page
 * @param count how many there are
 */
record Postmen(URI node, int count) {

    private static final int ACCEPTED = 202;
    private static final String LENGTH = "content-length:";

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
        try (var socket = new Socket(node.getHost(), node.getPort())) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream());
            for (int mine = next.getAndIncrement(); mine < requests.size(); mine = next.getAndIncrement()) {
                socket.getOutputStream().write(requests.get(mine));
                taken += status(in) == ACCEPTED ? 1 : 0;
            }
        }
        return taken;
    }

    /** Reads an answer to its end. */
    private static int status(InputStream in) throws IOException {
        var status = Integer.parseInt(line(in).split(" ", -1)[1]);
        int length = 0;
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
                length = Integer.parseInt(line.substring(LENGTH.length()).strip());
            }
        }
        in.skipNBytes(length);
        return status;
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int character = in.read(); character != '\n'; character = in.read()) {
            if (character < 0) {
                throw new IOException("the node hung up");
            }
            if (character != '\r') {
                line.append((char) character);
            }
        }
        return line.toString();
    }
}
