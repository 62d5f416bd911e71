// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Optional;

import io.netty.buffer.ByteBufAllocator;
import org.jspecify.annotations.Nullable;

/** Collects what goes into the next joined part of one video rendition: its fragment, then the sound beside it. */
final class JoinedPairing {

    /** Far more than one part's sound; only bounds what waits while the picture stands still. */
    private static final int MOST_WAITING_SOUND = 32;

    private record Sound(long msn, Part part) {}

    private final Deque<Sound> sounds = new ArrayDeque<>();
    private @Nullable Part picture;
    private long pictureMsn;

    void picture(long msn, Part part) {
        picture = part;
        pictureMsn = msn;
    }

    void sound(long msn, Part part) {
        if (sounds.size() == MOST_WAITING_SOUND) {
            sounds.removeFirst();
        }
        sounds.addLast(new Sound(msn, part));
    }

    /**
     * The joined part; empty when there is no picture yet: sound alone waits for the next one. A picture that follows
     * the publisher's leaves the sound of later segments where it is.
     */
    Optional<Part> take(ByteBufAllocator allocator) {
        var part = picture;
        if (part == null) {
            return Optional.empty();
        }
        var parts = new ArrayList<Part>();
        parts.add(part);
        while (!sounds.isEmpty() && sounds.getFirst().msn() <= pictureMsn) {
            parts.add(sounds.removeFirst().part());
        }
        picture = null;
        var bytes =
                SharedBytes.joined(allocator, parts.stream().map(Part::bytes).toList());
        var pieces = parts.stream().flatMap(each -> each.pieces().stream()).toList();
        return Optional.of(new Part(part.duration(), part.independent(), bytes, pieces));
    }

    /** Sound of segments before this one has no place in it: another timeline begins, or the picture was away. */
    void forgetSoundBefore(long msn) {
        sounds.removeIf(sound -> sound.msn() < msn);
    }
}
