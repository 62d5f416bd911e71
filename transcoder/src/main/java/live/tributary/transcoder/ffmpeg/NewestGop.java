// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.util.ArrayList;
import java.util.List;

/** The pictures since the newest key frame, by reference: where a run begins. Not for several threads at once. */
final class NewestGop {

    /** The longest segments last ten seconds; what is kept longer than that costs memory for a rare start. */
    private static final long MOST_MILLIS = 12_000;

    private static final int MOST_BYTES = 32 << 20;

    private final List<EncoderPicture> pictures = new ArrayList<>();
    private int bytes;

    /** Forgets a GOP that grows too long: a run then waits for the next key frame. */
    void add(EncoderPicture picture) {
        if (picture.keyFrame()) {
            clear();
        } else if (pictures.isEmpty()) {
            return;
        }
        pictures.add(picture);
        bytes += picture.data().length;
        if (bytes > MOST_BYTES || picture.decodeMillis() - startMillis() > MOST_MILLIS) {
            clear();
        }
    }

    void clear() {
        pictures.clear();
        bytes = 0;
    }

    boolean isEmpty() {
        return pictures.isEmpty();
    }

    /** When the key frame is to be decoded. */
    long startMillis() {
        return pictures.getFirst().decodeMillis();
    }

    /** When the key frame is shown. */
    long firstShownMillis() {
        return pictures.getFirst().presentationMillis();
    }

    List<EncoderPicture> pictures() {
        return List.copyOf(pictures);
    }
}
