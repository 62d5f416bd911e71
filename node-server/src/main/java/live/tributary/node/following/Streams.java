// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.following;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import live.tributary.federation.http.Origins;
import live.tributary.federation.vocab.ObjectLink;
import live.tributary.federation.vocab.OwncastReport;
import live.tributary.federation.vocab.RemoteVideo;
import live.tributary.node.inbox.StrangersText;

/** What is kept of broadcasts elsewhere. Takes part in the caller's transaction. */
final class Streams {

    /** So much is kept of what one followee speaks of, the latest; older things are forgotten. */
    static final int MOST_OF_ONE = 200;

    private static final int LONGEST_TITLE = 140;

    private final StreamStore store;
    private final FolloweeStore followees;

    Streams(StreamStore store, FolloweeStore followees) {
        this.store = store;
        this.followees = followees;
    }

    /** Those who are followed and have made it, the server among them that it is on; nobody where it is no broadcast. */
    List<URI> makers(RemoteVideo video) {
        var facts = video.facts();
        if (!isBroadcast(video)) {
            return List.of();
        }
        var named = followees.followed(facts.attributedTo()).stream().filter(maker -> Origins.same(maker, facts.id()));
        var servers = followees.followedServers(FolloweeStore.host(facts.id())).stream();
        return Stream.concat(named, servers).distinct().toList();
    }

    /** Somebody who is followed spoke of a broadcast that is known. */
    void mention(URI id, URI followee) {
        if (store.mention(id, followee)) {
            store.forgetAllBut(MOST_OF_ONE, followee);
        }
    }

    static boolean isBroadcast(RemoteVideo video) {
        return video.liveBroadcast() || video.live().isPresent();
    }

    /**
     * Takes a Video at the word of who made it, and says when its origin is asked again.
     *
     * @param at when it was said
     * @return false where something newer is known, or where somebody else made it
     */
    boolean take(RemoteVideo video, Sight known, Instant at) {
        var team = team(video).filter(known.team()::equals);
        if (team.isEmpty() || !author(video, known.team()).equals(known.author())) {
            return false;
        }
        var sight = sight(video, known.team(), at);
        if (!store.put(sight)) {
            return false;
        }
        nextLook(sight, at).ifPresentOrElse(next -> store.lookAt(sight.id(), next), () -> store.lookNoMore(sight.id()));
        return true;
    }

    /**
     * Takes a Video as it lay at its origin, and says when that is asked again.
     *
     * @param began when it was asked
     */
    void takeFetched(RemoteVideo video, URI team, Instant began, Due due) {
        var sight = sight(video, team, began);
        var next = Optional.of(sight).filter(fetched -> store.putFetched(fetched, due));
        store.lookAgain(due, next.flatMap(fetched -> nextLook(fetched, began)).orElse(null));
    }

    /** Who does not say anything new when asked is not asked once more. */
    private static Optional<Instant> nextLook(Sight sight, Instant at) {
        return Optional.of(sight.isCounted() ? sight.believedUntil() : at.plus(Belief.BETWEEN_LOOKS))
                .filter(_ -> sight.onAir() && sight.believedUntil().isAfter(at));
    }

    /** Takes an Owncast server at its word about itself. It counts nothing, so a later word is the newer one. */
    void take(OwncastReport report, URI server, URI page, Instant saidAt, Instant receivedAt) {
        store.put(new Sight(
                server,
                server,
                server,
                line(report.title()),
                page,
                report.live(),
                receivedAt,
                0,
                saidAt,
                receivedAt.plus(Belief.WITHOUT_WORD)));
    }

    /** Whose it is: the team before its author, of the video's own server; empty where that has none to say it. */
    static Optional<URI> team(RemoteVideo video) {
        return video.makers().stream()
                .filter(maker -> Origins.same(maker, video.facts().id()))
                .findFirst();
    }

    /** Whoever is named first: nobody else may change it (FEP-fe34). */
    private static URI author(RemoteVideo video, URI team) {
        return video.facts().attributedTo().stream().findFirst().orElse(team);
    }

    private static Sight sight(RemoteVideo video, URI team, Instant at) {
        var facts = video.facts();
        var report = video.live();
        return new Sight(
                facts.id(),
                author(video, team),
                team,
                line(facts.name()),
                page(video),
                video.isOnAir(),
                Belief.past(video.since().orElse(at), at),
                report.map(live -> Math.max(1, live.sequence())).orElse(0L),
                at,
                report.map(live -> Belief.until(live.until(), at)).orElse(at.plus(Belief.WITHOUT_WORD)));
    }

    /** Nobody is sent to a third server by a video; its own address opens in a browser, too. */
    private static URI page(RemoteVideo video) {
        var id = video.facts().id();
        return video.facts()
                .link(ObjectLink.PAGE)
                .filter(page -> Origins.same(page, id))
                .orElse(id);
    }

    private static String line(String title) {
        return StrangersText.line(title, LONGEST_TITLE);
    }
}
