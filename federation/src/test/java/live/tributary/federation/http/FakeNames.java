// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Name servers that say what a test wants, another thing each time if it wants so. */
final class FakeNames implements Names {

    private final Map<String, Deque<List<InetAddress>>> answers = new ConcurrentHashMap<>();

    /** The next look-up has this answer, and so have all after the last one that was told. */
    FakeNames then(String host, String... addresses) {
        answers.computeIfAbsent(host, _ -> new ArrayDeque<>())
                .add(Stream.of(addresses).map(InetAddress::ofLiteral).toList());
        return this;
    }

    @Override
    public synchronized CompletionStage<List<InetAddress>> lookUp(String host) {
        var known = answers.get(host);
        if (known == null) {
            return CompletableFuture.failedStage(new UnknownHostException(host));
        }
        return CompletableFuture.completedStage(known.size() > 1 ? known.remove() : known.element());
    }

    @Override
    public void close() {}
}
