// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import live.tributary.transcoder.hls.MediaName.InitName;
import live.tributary.transcoder.hls.WindowEntry.PartAdded;

/** One segment of one playlist, as a journal tells it. */
final class RememberedTrack {

    private final List<PartAdded> parts = new ArrayList<>();
    private @Nullable InitName init;
    private @Nullable Duration closed;

    void begin(InitName with) {
        init = with;
    }

    void add(PartAdded part) {
        parts.add(part);
    }

    void close(Duration duration) {
        closed = duration;
    }

    Optional<InitName> init() {
        return Optional.ofNullable(init);
    }

    List<PartAdded> parts() {
        return parts;
    }

    /** {@code EXTINF}, if the track was closed before the node died. */
    Optional<Duration> closed() {
        return Optional.ofNullable(closed);
    }

    Duration duration() {
        return closed().orElseGet(() -> parts.stream().map(PartAdded::duration).reduce(Duration.ZERO, Duration::plus));
    }

    List<FilePiece> pieces() {
        return parts.stream().flatMap(part -> part.pieces().stream()).toList();
    }
}
