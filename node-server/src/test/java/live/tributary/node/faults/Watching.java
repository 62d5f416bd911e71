// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.faults;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import live.tributary.fixtures.hls.Allowance;
import live.tributary.fixtures.hls.Finding;
import live.tributary.fixtures.hls.PlaylistHistory;
import live.tributary.fixtures.hls.StreamWatch;
import live.tributary.fixtures.process.Programs;
import live.tributary.fixtures.process.Waiting;

import static org.assertj.core.api.Assertions.assertThat;

/** A strict watcher who follows a stream in a thread of its own, from now until the stream ends. */
public final class Watching {

    private static final Duration BEGIN = Duration.ofMinutes(1);

    /** The master playlist, and of each rendition its own, an initialization segment and something to play. */
    private static final int ANSWERS_OF_A_BEGINNING = 10;

    private final StreamWatch watch;
    private final FutureTask<List<Finding>> following;

    private Watching(StreamWatch watch, Duration atMost) {
        this.watch = watch;
        this.following = new FutureTask<>(() -> watch.follow(atMost));
        Thread.ofVirtual().name("watching").start(following);
    }

    /** Begins now; the stream may still be starting. */
    public static Watching begin(HttpClient client, URI master, Duration atMost, Allowance... allowed) {
        return begin(client, master, atMost, Duration.ZERO, allowed);
    }

    /** Likewise, for a node that gives no connection for a while: the watcher tries again, as players do. */
    public static Watching begin(
            HttpClient client, URI master, Duration atMost, Duration absence, Allowance... allowed) {
        var watch = new StreamWatch(client, master, allowed)
                .toleratingAbsence(absence)
                .decodingWith(Programs.bundledFfmpeg());
        return new Watching(watch, atMost);
    }

    /** Waits until it has really begun to watch. */
    public void awaitBegin() {
        Waiting.until("a watcher", BEGIN, () -> watch.answers() > ANSWERS_OF_A_BEGINNING || following.isDone());
    }

    /** Waits for the end of the stream, or of the time given, and tells what its playlists did; any finding fails. */
    public Map<String, PlaylistHistory> histories(Duration deadline)
            throws ExecutionException, InterruptedException, TimeoutException {
        assertThat(following.get(deadline.toMillis(), TimeUnit.MILLISECONDS)).isEmpty();
        assertThat(watch.histories()).isNotEmpty();
        return watch.histories();
    }
}
