// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import live.tributary.federation.http.Budget;
import live.tributary.federation.http.Origins;
import live.tributary.federation.vocab.ActorLink;
import live.tributary.federation.vocab.ActorReader;
import live.tributary.federation.vocab.ActorType;
import live.tributary.federation.vocab.ObjectLink;
import live.tributary.federation.vocab.ObjectReader;
import live.tributary.federation.vocab.RemoteActor;
import live.tributary.federation.vocab.RemoteCollection;
import live.tributary.federation.vocab.RemoteVideo;
import live.tributary.node.inbox.Originals;
import live.tributary.node.inbox.Originals.Original;
import live.tributary.node.inbox.StrangersText;

/** Looks at broadcasts elsewhere, and at whose they are. Asks there and blocks; any thread. */
final class Surveys {

    /** What a team says of itself is believed for so long. */
    static final Duration TEAM_KEPT = Duration.ofMinutes(10);

    private static final int MOST_TEAMS = 2_000;
    private static final int MOST_AT_ONCE = 5;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TITLE = 140;

    private final Originals originals;
    private final InstantSource clock;
    private final Map<URI, Known> teams = new ConcurrentHashMap<>();

    Surveys(Originals originals, InstantSource clock) {
        this.originals = originals;
        this.clock = clock;
    }

    private record Known(RemoteActor actor, Instant at) {}

    /** The broadcast and its team; empty where it is not on air, or nobody's. */
    Optional<Prospect> at(URI video) {
        var budget = Budget.ofOneActivity();
        return video(video, budget)
                .flatMap(found -> makers(found)
                        .flatMap(maker -> team(maker, budget).stream())
                        .findFirst()
                        .map(team -> prospect(found, team)));
    }

    /** What the team has on air now, of the broadcasts that its own list names first. */
    Optional<Prospect> of(RemoteActor team) {
        keep(team, clock.instant());
        return team.link(ActorLink.LIVE_NOW).stream()
                .flatMap(list -> live(list).stream())
                .flatMap(video -> at(video).stream())
                .filter(prospect -> prospect.team().equals(team.id()))
                .findFirst();
    }

    /** Whether it is still on air: by the team's own list, and where it has none by the broadcast itself. */
    boolean isLive(Prospect prospect) {
        return team(prospect.team(), Budget.ofOneActivity())
                .flatMap(team -> team.link(ActorLink.LIVE_NOW))
                .map(list -> live(list).contains(prospect.video()))
                .orElseGet(() -> video(prospect.video(), Budget.ofOneActivity()).isPresent());
    }

    /** Somebody, as their own document says now. */
    Optional<RemoteActor> team(URI address) {
        return team(address, Budget.ofOneActivity());
    }

    private List<URI> live(URI list) {
        return originals.at(list, Budget.ofOneActivity()) instanceof Original.There(var document)
                ? RemoteCollection.read(document)
                        .map(found -> found.objects(MOST_AT_ONCE))
                        .orElse(List.of())
                : List.of();
    }

    private Optional<RemoteVideo> video(URI address, Budget budget) {
        return originals.at(address, budget) instanceof Original.There(var document)
                ? ObjectReader.read(document)
                        .filter(RemoteVideo.class::isInstance)
                        .map(RemoteVideo.class::cast)
                        .filter(RemoteVideo::isOnAir)
                : Optional.empty();
    }

    private static Stream<URI> makers(RemoteVideo video) {
        return video.makers().stream()
                .filter(maker -> Origins.same(maker, video.facts().id()))
                .limit(2);
    }

    private Optional<RemoteActor> team(URI address, Budget budget) {
        var now = clock.instant();
        var known = teams.get(address);
        if (known != null && known.at().plus(TEAM_KEPT).isAfter(now)) {
            return Optional.of(known.actor());
        }
        var found = originals.at(address, budget) instanceof Original.There(var document)
                ? ActorReader.read(document)
                        .filter(actor -> actor.type() != ActorType.PERSON && Origins.same(actor.inbox(), actor.id()))
                : Optional.<RemoteActor>empty();
        found.ifPresent(actor -> keep(actor, now));
        return found;
    }

    private void keep(RemoteActor actor, Instant now) {
        if (teams.size() >= MOST_TEAMS) {
            teams.clear();
        }
        teams.put(actor.id(), new Known(actor, now));
    }

    private Prospect prospect(RemoteVideo video, RemoteActor team) {
        var now = clock.instant();
        var facts = video.facts();
        var listing = team.listing();
        var page = facts.link(ObjectLink.PAGE)
                .filter(address -> Origins.same(address, facts.id()))
                .orElse(facts.id());
        return new Prospect(
                team.id(),
                team.inbox(),
                StrangersText.line(team.displayName(), LONGEST_NAME),
                facts.id(),
                StrangersText.line(facts.name(), LONGEST_TITLE),
                page,
                video.since().filter(since -> since.isBefore(now)).orElse(now),
                video.language().map(List::of).orElse(listing.languages()),
                listing.tags(),
                Stream.concat(listing.labels().stream(), video.labels().stream())
                        .distinct()
                        .toList(),
                team.raids(),
                team.discoverable(),
                now);
    }
}
