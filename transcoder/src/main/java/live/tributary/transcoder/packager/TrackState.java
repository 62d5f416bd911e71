// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.util.Arrays;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import live.tributary.transcoder.codec.CodecConfig;
import live.tributary.transcoder.media.TrackConfiguration;

/**
 * The configuration of one track of one session. A record that comes again is no change.
 *
 * @param <C> what is known of the track
 */
final class TrackState<C extends CodecConfig> {

    private @Nullable C config;
    private @Nullable TrackConfiguration received;

    /** Whether this very record came before, good or bad. */
    boolean knows(TrackConfiguration configuration) {
        return received != null
                && received.codec().equals(configuration.codec())
                && Arrays.equals(received.record(), configuration.record());
    }

    void received(TrackConfiguration configuration, @Nullable C read) {
        received = configuration;
        config = read;
    }

    /** What came and could not be read. */
    Optional<TrackConfiguration> unread() {
        return config == null ? Optional.ofNullable(received) : Optional.empty();
    }

    void replace(C changed) {
        config = changed;
    }

    @Nullable
    C config() {
        return config;
    }
}
