// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

import org.springframework.context.event.EventListener;

import live.tributary.federation.http.Budget;
import live.tributary.federation.http.Origins;
import live.tributary.federation.vocab.Announce;
import live.tributary.federation.vocab.ObjectReader;
import live.tributary.federation.vocab.RemoteVideo;
import live.tributary.node.following.Followings;
import live.tributary.node.inbox.ActorSpoke;
import live.tributary.node.inbox.Domains;
import live.tributary.node.inbox.Originals.Original;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.TokenBuckets;

/**
 * Broadcasts that another directory points at, which the node follows. Such a tip lists nobody: whose broadcast it is says
 * its own document, and whether they may be listed here says theirs. In memory, as it is no more than a hint.
 */
final class Tips {

    /** More that wait are not taken. */
    static final int MOST = 500;

    /** Of one domain that points. */
    static final int MOST_PER_HOUR = 600;

    private final BlockingQueue<URI> waiting = new ArrayBlockingQueue<>(MOST);
    private final TokenBuckets pace =
            new TokenBuckets(MOST_PER_HOUR, MOST_PER_HOUR, Duration.ofHours(1), System::nanoTime);
    private final Followings followings;
    private final Sources sources;
    private final GroupStore groups;
    private final InstantSource clock;

    Tips(Followings followings, Sources sources, GroupStore groups, InstantSource clock) {
        this.followings = followings;
        this.sources = sources;
        this.groups = groups;
        this.clock = clock;
    }

    @EventListener
    void on(ActorSpoke spoke) {
        if (spoke.activity() instanceof Announce(var envelope, var object)) {
            object.id()
                    .filter(video -> !sources.isOurs(video) && isFollowedDirectory(envelope.actor()))
                    .ifPresent(waiting::offer);
        }
    }

    private boolean isFollowedDirectory(URI actor) {
        return followings.followsServer(Actor.SYSTEM, actor)
                && GroupLook.host(actor)
                        .filter(host -> pace.tryTake(Domains.of(host)))
                        .isPresent();
    }

    /** The next one, if any waits. */
    Optional<URI> next() {
        return Optional.ofNullable(waiting.poll());
    }

    /** Looks whose it is, and has them looked at, if they are not listed. Asks elsewhere; no transaction may be open. */
    void follow(URI video) {
        if (sources.at(video, Budget.ofOneActivity()) instanceof Original.There(var document)) {
            ObjectReader.read(document)
                    .filter(RemoteVideo.class::isInstance)
                    .map(RemoteVideo.class::cast)
                    .flatMap(Tips::team)
                    .filter(team -> !groups.isListed(team))
                    .ifPresent(team ->
                            GroupLook.host(team).ifPresent(host -> groups.noticed(team, host, clock.instant())));
        }
    }

    private static Optional<URI> team(RemoteVideo video) {
        return video.makers().stream()
                .filter(maker -> Origins.same(maker, video.facts().id()))
                .findFirst();
    }
}
