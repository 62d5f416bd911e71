// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.api;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import live.tributary.node.studio.LiveStream;
import live.tributary.node.studio.StreamState;
import live.tributary.node.travel.Handoffs.Offered;

/**
 * {@code ChannelState} of the contract.
 *
 * @param since start of the broadcast; left out when nothing can be watched
 * @param now the node's clock
 * @param handoff the way that viewers are offered; left out while none is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChannelAnswer(
        String state,
        String title,
        @Nullable Instant since,
        Instant now,
        @Nullable HandoffAnswer handoff) {

    static ChannelAnswer of(Optional<LiveStream> stream, Instant now, Optional<Offered> offered) {
        var handoff = offered.map(HandoffAnswer::of).orElse(null);
        return stream.map(found -> new ChannelAnswer(
                        word(found.state()), found.title(), since(found.state()), millis(now), handoff))
                .orElseGet(() -> new ChannelAnswer("off", "", null, millis(now), handoff));
    }

    private static String word(StreamState state) {
        return switch (state) {
            case StreamState.Connecting _ -> "connecting";
            case StreamState.Live _ -> "live";
            case StreamState.Lost _ -> "lost";
            case StreamState.Ended _ -> "ended";
        };
    }

    private static @Nullable Instant since(StreamState state) {
        return switch (state) {
            case StreamState.Live(var since) -> millis(since);
            case StreamState.Lost(var _, var before) -> since(before);
            case StreamState.Connecting _, StreamState.Ended _ -> null;
        };
    }

    /** ECMAScript's date format has three digits behind the second; more is each engine's own matter. */
    private static Instant millis(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }
}
