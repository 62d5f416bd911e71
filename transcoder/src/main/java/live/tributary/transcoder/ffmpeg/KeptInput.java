// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import live.tributary.transcoder.media.AudioCodec;
import live.tributary.transcoder.media.TrackConfiguration;
import live.tributary.transcoder.media.VideoCodec;

/**
 * What a run that begins late is given first: what the tracks are, the newest GOP, and the sound beside it. Confined to its
 * owner's lock.
 */
final class KeptInput {

    private final NewestGop gop = new NewestGop();
    private final RecentSound recentSound = new RecentSound();
    private @Nullable TrackConfiguration picture;
    private @Nullable TrackConfiguration sound;

    /** Takes what a track is; true where that is something else than before, and what was kept of it is gone. */
    boolean configure(TrackConfiguration configuration) {
        return switch (configuration.codec()) {
            case VideoCodec _ -> {
                boolean changed = !isSame(picture, configuration);
                if (changed) {
                    picture = configuration;
                    gop.clear();
                }
                yield changed;
            }
            case AudioCodec _ -> {
                boolean changed = !isSame(sound, configuration);
                if (changed) {
                    sound = configuration;
                    recentSound.clear();
                }
                yield changed;
            }
        };
    }

    private static boolean isSame(@Nullable TrackConfiguration known, TrackConfiguration configuration) {
        return known != null
                && known.codec() == configuration.codec()
                && Arrays.equals(known.record(), configuration.record());
    }

    @Nullable
    TrackConfiguration picture() {
        return picture;
    }

    @Nullable
    TrackConfiguration sound() {
        return sound;
    }

    void add(EncoderPicture unit) {
        gop.add(unit);
    }

    void add(EncoderSound unit) {
        recentSound.add(unit);
    }

    NewestGop gop() {
        return gop;
    }

    /** All of it from that moment on, as it came. Sound first: a child finds out what its input has from the first units. */
    void replay(long startMillis, Consumer<EncoderPicture> pictures, Consumer<EncoderSound> sounds) {
        var units = new ArrayDeque<>(recentSound.since(startMillis));
        if (!units.isEmpty()) {
            sounds.accept(units.removeFirst());
        }
        for (var unit : gop.pictures()) {
            while (!units.isEmpty() && units.getFirst().millis() <= unit.decodeMillis()) {
                sounds.accept(units.removeFirst());
            }
            pictures.accept(unit);
        }
        units.forEach(sounds);
    }
}
