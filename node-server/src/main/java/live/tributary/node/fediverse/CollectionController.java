// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.time.Duration;
import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import live.tributary.federation.vocab.outgoing.CollectionWriter;
import live.tributary.node.gate.Problem;

/** What hangs below our actors: who follows and is followed (numbers), who moderates, what is pinned, what is on air. */
@RestController
final class CollectionController {

    private static final Duration MAX_AGE = Duration.ofMinutes(1);
    private static final Duration LIVE_MAX_AGE = Duration.ofSeconds(15);

    private final LocalActors locals;
    private final Followers followers;
    private final Videos videos;
    private final ActorDocuments documents;
    private final Addresses addresses;
    private final ObjectProvider<FollowedElsewhere> followed;
    private final ObjectProvider<ListedLive> listed;

    CollectionController(
            LocalActors locals,
            Followers followers,
            Videos videos,
            ActorDocuments documents,
            Addresses addresses,
            ObjectProvider<FollowedElsewhere> followed,
            ObjectProvider<ListedLive> listed) {
        this.locals = locals;
        this.followers = followers;
        this.videos = videos;
        this.documents = documents;
        this.addresses = addresses;
        this.followed = followed;
        this.listed = listed;
    }

    @GetMapping({"/ap/g/{id}/followers", "/ap/p/{id}/followers", "/ap/r/{id}/followers"})
    ResponseEntity<byte[]> followers(@PathVariable String id) {
        return followers(require(locals.lookup(id)));
    }

    @GetMapping("/ap/actor/followers")
    ResponseEntity<byte[]> followersOfNode() {
        return followers(require(locals.node()));
    }

    /** Nobody: the node's Application follows for teams and people, and who they are is their own business. */
    @GetMapping({"/ap/g/{id}/following", "/ap/p/{id}/following", "/ap/r/{id}/following"})
    ResponseEntity<byte[]> following(@PathVariable String id) {
        return following(require(locals.lookup(id)), 0);
    }

    @GetMapping("/ap/actor/following")
    ResponseEntity<byte[]> followingOfNode() {
        return following(
                require(locals.node()),
                followed.stream().mapToInt(FollowedElsewhere::count).sum());
    }

    @GetMapping("/ap/g/{id}/featured")
    ResponseEntity<byte[]> featured(@PathVariable String id) {
        var group = requireGroup(id);
        var address = addresses.under(group).featured();
        return ActivityAnswers.document(CollectionWriter.complete(address, List.of()), MAX_AGE);
    }

    @GetMapping("/ap/g/{id}/moderators")
    ResponseEntity<byte[]> moderators(@PathVariable String id) {
        var group = requireGroup(id);
        var address = addresses.under(group).moderators();
        return ActivityAnswers.document(CollectionWriter.complete(address, documents.moderators(group)), MAX_AGE);
    }

    /** The authoritative answer to whether a team is on air. */
    @GetMapping("/ap/g/{id}/live")
    ResponseEntity<byte[]> live(@PathVariable String id) {
        var group = requireGroup(id);
        var live = videos.live(group.id());
        var items = live.stream().map(video -> addresses.video(video.id())).toList();
        var document = CollectionWriter.complete(addresses.under(group).liveNow(), items);
        return ActivityAnswers.document(document, LIVE_MAX_AGE, Integer.toHexString(items.hashCode()));
    }

    /** Who is live in the directory of this node, where it keeps one. */
    @GetMapping("/ap/actor/live")
    ResponseEntity<byte[]> listedLive() {
        var items = listed.stream()
                .findFirst()
                .map(ListedLive::videos)
                .orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND));
        var address = addresses.under(require(locals.node())).liveNow();
        return ActivityAnswers.document(
                CollectionWriter.complete(address, items), LIVE_MAX_AGE, Integer.toHexString(items.hashCode()));
    }

    private ResponseEntity<byte[]> followers(LocalActor actor) {
        var count = followers.count(actor.id(), Follower.State.ACCEPTED);
        return ActivityAnswers.document(
                CollectionWriter.counted(addresses.under(actor).followers(), count), MAX_AGE);
    }

    private ResponseEntity<byte[]> following(LocalActor actor, int count) {
        return ActivityAnswers.document(
                CollectionWriter.counted(addresses.under(actor).following(), count), MAX_AGE);
    }

    private LocalActor.Group requireGroup(String id) {
        if (require(locals.lookup(id)) instanceof LocalActor.Group group) {
            return group;
        }
        throw Problem.of(Problem.Kind.NOT_FOUND);
    }

    private static LocalActor require(ActorLookup lookup) {
        if (lookup instanceof ActorLookup.Known(var actor)) {
            return actor;
        }
        throw Problem.of(Problem.Kind.NOT_FOUND);
    }
}
