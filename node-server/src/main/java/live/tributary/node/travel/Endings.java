// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import org.springframework.transaction.event.TransactionalEventListener;

import live.tributary.federation.vocab.HandoffKind;
import live.tributary.node.broadcast.BroadcastEnded;
import live.tributary.node.broadcast.BroadcastStarted;
import live.tributary.node.broadcast.EndReason;
import live.tributary.node.fediverse.AnnouncedVideo.Life;
import live.tributary.node.fediverse.Videos;

/**
 * When a broadcast here is over: its viewers are offered a way, and those who were promised places there are told. When another
 * begins, nobody is sent away from it.
 */
final class Endings {

    private final HandoffBoard board;
    private final Sources sources;
    private final PolicyStore policies;
    private final Scout scout;
    private final Hosting hosting;
    private final Videos videos;
    private final HandoffWorker worker;

    Endings(
            HandoffBoard board,
            Sources sources,
            PolicyStore policies,
            Scout scout,
            Hosting hosting,
            Videos videos,
            HandoffWorker worker) {
        this.board = board;
        this.sources = sources;
        this.policies = policies;
        this.scout = scout;
        this.hosting = hosting;
        this.videos = videos;
        this.worker = worker;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(BroadcastEnded ended) {
        // On a thread of its own: the transaction is over, and takes nothing any more.
        worker.run(() ->
                videos.find(ended.broadcast()).flatMap(sources::of).ifPresent(source -> end(source, ended.reason())));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(BroadcastStarted started) {
        board.remove(started.channel());
    }

    private void end(Source source, EndReason reason) {
        hosting.ended(source.team(), source.videoId());
        if (mayGoOn(reason)) {
            switch (policies.of(source.team()).whenEnding()) {
                case WhenEnding.Nobody() -> board.remove(source.channel());
                case WhenEnding.Drawn() -> begin(source, new Aim.Drawn());
                case WhenEnding.Chosen(var team) ->
                    begin(
                            source,
                            scout.live().stream()
                                    .filter(prospect -> prospect.team().equals(team))
                                    .findFirst()
                                    .<Aim>map(Aim.First::new)
                                    .orElseGet(Aim.Drawn::new));
            }
        } else {
            board.remove(source.channel());
        }
    }

    private void begin(Source source, Aim aim) {
        board.put(sources.begin(source, HandoffKind.END, aim));
        // Looked at after it: whoever begins later finds it there, and takes it away.
        if (videos.latest(source.channel())
                .filter(video -> video.life() instanceof Life.Live)
                .isPresent()) {
            board.remove(source.channel());
        }
    }

    /** What was cut off, or goes on elsewhere in a moment, is nobody's farewell. */
    private static boolean mayGoOn(EndReason reason) {
        return switch (reason) {
            case ENDED_BY_HAND, PUBLISHER_DONE, PUBLISHER_LOST -> true;
            case KEY_REVOKED, NODE_FAULT, NODE_STOPPED -> false;
        };
    }
}
