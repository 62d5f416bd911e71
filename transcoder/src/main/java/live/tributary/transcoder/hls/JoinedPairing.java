// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.netty.buffer.ByteBufAllocator;
import org.jspecify.annotations.Nullable;

/** Collects what goes into the next joined part of one video rendition: its fragment, then the sound beside it. */
final class JoinedPairing {

    /** Far more than one part's sound; only bounds what waits while the picture stands still. */
    private static final int MOST_WAITING_SOUND = 32;

    private @Nullable Part picture;
    private final List<SharedBytes> sound = new ArrayList<>();

    void picture(Part part) {
        picture = part;
    }

    void sound(Part part) {
        if (sound.size() == MOST_WAITING_SOUND) {
            sound.removeFirst();
        }
        sound.add(part.bytes());
    }

    /** The joined part; empty when there is no picture yet: sound alone waits for the next one. */
    Optional<Part> take(ByteBufAllocator allocator) {
        var part = picture;
        if (part == null) {
            return Optional.empty();
        }
        var pieces = new ArrayList<SharedBytes>();
        pieces.add(part.bytes());
        pieces.addAll(sound);
        picture = null;
        sound.clear();
        return Optional.of(new Part(part.duration(), part.independent(), SharedBytes.joined(allocator, pieces)));
    }

    /** Sound of an earlier timeline has no place after a discontinuity. */
    void forgetSound() {
        sound.clear();
    }
}
