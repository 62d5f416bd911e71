// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probe;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Asks for one address at a steady pace, and remembers how long each answer took. A thread of its own. */
final class PacedRequests implements AutoCloseable {

    private static final Duration PACE = Duration.ofMillis(50);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newHttpClient();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final List<Long> tookMicros = Collections.synchronizedList(new ArrayList<>());
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());

    private PacedRequests() {}

    static PacedRequests of(URI address) {
        var requests = new PacedRequests();
        Thread.ofVirtual().name("paced-requests").start(() -> requests.ask(address));
        return requests;
    }

    private void ask(URI address) {
        var request = HttpRequest.newBuilder(address).timeout(LONGEST_ANSWER).build();
        try {
            while (!stopped.await(PACE.toMillis(), TimeUnit.MILLISECONDS)) {
                long asked = System.nanoTime();
                try {
                    int status = client.send(request, BodyHandlers.discarding()).statusCode();
                    if (status != 200) {
                        failures.add("answered " + status);
                    }
                } catch (IOException e) {
                    failures.add(e.toString());
                }
                tookMicros.add((System.nanoTime() - asked) / 1_000);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        }
    }

    /** In milliseconds, of the answers since the last call. */
    double p95Millis() {
        List<Long> sorted;
        synchronized (tookMicros) {
            sorted = tookMicros.stream().sorted().toList();
            tookMicros.clear();
        }
        if (sorted.isEmpty()) {
            throw new AssertionError("nothing was asked");
        }
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * 95 / 100)) / 1000.0;
    }

    /** Whatever was not an answer of 200. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void close() {
        stopped.countDown();
        client.close();
    }
}
