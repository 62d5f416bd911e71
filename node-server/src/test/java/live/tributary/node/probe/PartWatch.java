// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probe;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import live.tributary.fixtures.hls.MediaPlaylist;
import live.tributary.fixtures.process.Waiting;

/** Follows a playlist by reloads that wait, and notes when each part was listed. Has a thread of its own. */
final class PartWatch implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final double HUNDREDTHS = 100;
    private static final double NANOS_PER_MILLI = 1e6;

    /** Up to where a stream is there: what ends there shows the same picture last, in every rendition. */
    private record Place(long segment, long hundredths) {}

    private final URI playlist;
    private final StreamReader reader = new StreamReader();
    private final Map<Place, Long> listedNanos = new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile boolean stopped;
    private volatile @Nullable Exception failure;

    private PartWatch(URI playlist) {
        this.playlist = playlist;
        this.thread = Thread.ofPlatform().name("watch " + playlist).unstarted(this::run);
    }

    static PartWatch follow(URI playlist) {
        var watch = new PartWatch(playlist);
        watch.thread.start();
        return watch;
    }

    private void run() {
        try {
            var before = reader.playlist(playlist);
            var old = Set.copyOf(placesOf(before));
            while (!stopped) {
                before = reader.playlist(next(playlist, before));
                long now = System.nanoTime();
                placesOf(before).stream()
                        .filter(place -> !old.contains(place))
                        .forEach(place -> listedNanos.putIfAbsent(place, now));
            }
        } catch (IOException | RuntimeException e) {
            // Nobody looks at this thread; who closes the watch is told.
            failure = e;
        }
    }

    /** Where the same list is, as soon as it has another part. */
    static URI next(URI playlist, MediaPlaylist seen) {
        var open = seen.open();
        return URI.create("%s?_HLS_msn=%d&_HLS_part=%d"
                .formatted(playlist, open.msn(), open.parts().size()));
    }

    private static List<Place> placesOf(MediaPlaylist playlist) {
        var places = new ArrayList<Place>();
        playlist.all().forEach(segment -> {
            double seconds = 0;
            for (var part : segment.parts()) {
                seconds += part.duration();
                places.add(new Place(segment.msn(), Math.round(seconds * HUNDREDTHS)));
            }
        });
        return places;
    }

    /** How many parts it has seen coming. */
    int parts() {
        return listedNanos.size();
    }

    /** How much later than there the same picture was here, part by part, in milliseconds; shortest first. */
    List<Double> millisBehind(PartWatch other) {
        var behind = new ArrayList<Double>();
        listedNanos.forEach((place, here) -> {
            var there = other.listedNanos.get(place);
            if (there != null) {
                behind.add((here - there) / NANOS_PER_MILLI);
            }
        });
        return behind.stream().sorted().toList();
    }

    /**
     * Ends it.
     *
     * @throws AssertionError where it could not follow the playlist until now
     */
    @Override
    public void close() {
        stopped = true;
        Waiting.until("the last reload", PATIENCE, () -> !thread.isAlive());
        reader.close();
        var lost = failure;
        if (lost != null) {
            throw new AssertionError("%s could not be followed to the end".formatted(playlist), lost);
        }
    }
}
