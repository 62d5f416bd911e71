// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.api;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import live.tributary.node.broadcast.Broadcasts;
import live.tributary.node.broadcast.EndReason;
import live.tributary.node.broadcast.Title;
import live.tributary.node.gate.Problem;
import live.tributary.node.gate.Visitor;
import live.tributary.node.health.HealthRecords;
import live.tributary.node.inbox.ViewersElsewhere;
import live.tributary.node.kernel.ChannelId;
import live.tributary.node.studio.Encoders;
import live.tributary.node.studio.LiveStream;
import live.tributary.node.studio.LiveStreams;

/** A channel as its member sees it, and what the member may do to it. */
@RestController
final class StudioChannelController {

    private final Directed directed;
    private final Broadcasts broadcasts;
    private final LiveStreams streams;
    private final Encoders encoders;
    private final HealthRecords records;
    private final ViewersElsewhere elsewhere;
    private final InstantSource clock;

    StudioChannelController(
            Directed directed,
            Broadcasts broadcasts,
            LiveStreams streams,
            Encoders encoders,
            HealthRecords records,
            ViewersElsewhere elsewhere,
            InstantSource clock) {
        this.directed = directed;
        this.broadcasts = broadcasts;
        this.streams = streams;
        this.encoders = encoders;
        this.records = records;
        this.elsewhere = elsewhere;
        this.clock = clock;
    }

    /** {@code Rename} of the contract. */
    record Rename(@Nullable String title) {}

    @GetMapping("/api/v1/studio/channels/{channel}")
    StudioAnswer channel(@PathVariable String channel, Visitor visitor) {
        return answer(directed.require(visitor, channel), visitor);
    }

    @PatchMapping("/api/v1/studio/channels/{channel}")
    StudioAnswer rename(@PathVariable String channel, @RequestBody Rename rename, Visitor visitor) {
        var id = directed.require(visitor, channel);
        var title = Optional.ofNullable(rename.title())
                .flatMap(Title::parse)
                .orElseThrow(() -> Problem.of(Problem.Kind.INVALID)
                        .saying("A title is one line of 1 to %d characters.".formatted(Title.MAXIMUM_CHARACTERS)));
        broadcasts.rename(visitor.actor(), id, title);
        return answer(id, visitor);
    }

    @PutMapping("/api/v1/studio/channels/{channel}/about")
    StudioAnswer describe(@PathVariable String channel, @RequestBody AboutChange change, Visitor visitor) {
        var id = directed.require(visitor, channel);
        broadcasts.describe(visitor.actor(), id, change.parse());
        return answer(id, visitor);
    }

    @PostMapping("/api/v1/studio/channels/{channel}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String channel, Visitor visitor) {
        var ended = broadcasts
                .current(directed.require(visitor, channel))
                .filter(current -> broadcasts.end(visitor.actor(), current.id(), EndReason.ENDED_BY_HAND));
        if (ended.isEmpty()) {
            throw Problem.of(Problem.Kind.CONFLICT).saying("Nothing is on air on this channel.");
        }
    }

    private StudioAnswer answer(ChannelId channel, Visitor visitor) {
        var address = visitor.transport().client();
        var stream = streams.find(channel);
        return new StudioAnswer(
                ChannelAnswer.of(stream, clock.instant(), Optional.empty()),
                AboutAnswer.of(directed.about(channel)),
                Words.of(encoders.sight(channel, address)),
                encoders.facts(channel).map(StudioAnswer.Facts::of).orElse(null),
                stream.map(found -> HealthAnswer.of(found.health().report())).orElse(null),
                stream.map(StudioChannelController::ladder).orElse(List.of()),
                elsewhere.of(channel),
                last(stream, channel, visitor),
                stream.map(StudioChannelController::problems).orElse(List.of()),
                encoders.refused(channel, address).stream()
                        .map(attempt -> new StudioAnswer.Refused(attempt.at(), Words.of(attempt.reason())))
                        .toList());
    }

    private static List<RungAnswer> ladder(LiveStream stream) {
        return stream.ladder().stream().map(RungAnswer::of).toList();
    }

    private @Nullable LastBroadcast last(Optional<LiveStream> stream, ChannelId channel, Visitor visitor) {
        return stream.filter(LiveStream::open).isPresent()
                ? null
                : records.latest(visitor.actor(), channel)
                        .map(LastBroadcast::of)
                        .orElse(null);
    }

    private static List<String> problems(LiveStream stream) {
        return stream.problems().stream().map(Words::of).sorted().toList();
    }
}
