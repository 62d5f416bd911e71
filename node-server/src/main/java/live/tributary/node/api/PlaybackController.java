// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.api;

import java.time.Duration;
import java.util.Map;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import live.tributary.node.gate.Problem;
import live.tributary.node.health.Playbacks;
import live.tributary.node.kernel.ChannelId;
import live.tributary.node.studio.LiveStream;
import live.tributary.node.studio.LiveStreams;

/**
 * What players report of the picture they show: one thing that happened, without a name for the player. It is added to
 * counts in memory and kept nowhere else.
 */
@RestController
final class PlaybackController {

    private static final int LONGEST_MILLIS = 3_600_000;

    private static final Map<String, BiConsumer<Playbacks, Duration>> EVENTS = Map.of(
            "started",
            Playbacks::started,
            "stalled",
            (playbacks, _) -> playbacks.stalled(true),
            "stalled-again",
            (playbacks, _) -> playbacks.stalled(false),
            "delay",
            Playbacks::delay);

    private final LiveStreams streams;

    PlaybackController(LiveStreams streams) {
        this.streams = streams;
    }

    /** {@code PlaybackReport} of the contract. */
    record PlaybackReport(@Nullable String event, @Nullable Integer millis) {}

    @PostMapping("/api/v1/channels/{channel}/playback")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void report(@PathVariable String channel, @RequestBody PlaybackReport report) {
        var id = ChannelId.parse(channel).orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND));
        var count = EVENTS.get(String.valueOf(report.event()));
        int millis = report.millis() == null ? 0 : report.millis();
        if (count == null || millis < 0 || millis > LONGEST_MILLIS) {
            throw Problem.of(Problem.Kind.INVALID).because("no such report");
        }
        // What came too late has nobody left to read it.
        streams.find(id)
                .filter(LiveStream::open)
                .ifPresent(stream -> count.accept(stream.health().playbacks(), Duration.ofMillis(millis)));
    }
}
