// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import live.tributary.federation.html.LinkedPage;
import live.tributary.federation.http.Budget;
import live.tributary.federation.http.Get;
import live.tributary.federation.http.GuardedClient;
import live.tributary.federation.http.Origins;
import live.tributary.federation.http.Outcome;
import live.tributary.federation.http.Redirects;
import live.tributary.federation.http.RequestSigner;
import live.tributary.federation.vocab.ActorLink;
import live.tributary.federation.vocab.ActorReader;
import live.tributary.federation.vocab.ActorType;
import live.tributary.federation.vocab.RemoteActor;
import live.tributary.federation.vocab.RemoteCollection;
import live.tributary.federation.vocab.RingRoll;
import live.tributary.federation.vocab.RingStop;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.inbox.Originals;
import live.tributary.node.inbox.Originals.Original;
import live.tributary.node.inbox.StrangersText;

/** Reads at a member's own address which rings it says it is in. Asks there; no transaction may be open. */
final class MemberLook {

    /** Of a team: what stands behind the twenty-fourth is not read. */
    static final int MOST_RINGS = 24;

    /** Of a website. */
    static final int MOST_PAGE_BYTES = 256 * 1024;

    private final Originals originals;
    private final GuardedClient client;
    private final DomainPolicies policies;

    MemberLook(Originals originals, GuardedClient client, DomainPolicies policies) {
        this.originals = originals;
        this.client = client;
        this.policies = policies;
    }

    /** What came of it. */
    sealed interface Found {

        /** A team, and the rings that it names. */
        record Team(RemoteActor actor, Set<URI> rings) implements Found {}

        /** A page, and where it leads. */
        record Site(LinkedPage page) implements Found {}

        /** There is nobody, or nothing that says anything of rings. */
        record Nobody() implements Found {}

        /** Nobody answers just now, or is not asked: what was known stays. */
        record NotNow() implements Found {}
    }

    Found look(RingStop stop) {
        if (isShunned(stop.address())) {
            return new Found.NotNow();
        }
        return switch (stop) {
            case RingStop.Team(var actor) -> team(actor);
            case RingStop.Site(var page) -> site(page);
        };
    }

    private boolean isShunned(URI address) {
        return Optional.ofNullable(address.getHost())
                .filter(host -> !policies.standing(host).suspended())
                .isEmpty();
    }

    private Found team(URI address) {
        var budget = Budget.ofOneActivity();
        return switch (originals.at(address, budget)) {
            case Original.There(var document) ->
                ActorReader.read(document)
                        .filter(actor -> actor.id().equals(address) && isTeam(actor))
                        .map(actor -> withRings(actor, budget))
                        .orElseGet(Found.Nobody::new);
            case Original.Gone(), Original.Unfit _ -> new Found.Nobody();
            case Original.Missing(), Original.NotNow _ -> new Found.NotNow();
        };
    }

    /** Whether somebody found elsewhere may be in a ring. */
    static boolean isTeam(RemoteActor actor) {
        return actor.type() == ActorType.GROUP && Origins.same(actor.inbox(), actor.id());
    }

    private Found withRings(RemoteActor actor, Budget budget) {
        var list = actor.link(ActorLink.RINGS).filter(rings -> Origins.same(rings, actor.id()));
        if (list.isEmpty()) {
            return new Found.Team(actor, Set.of());
        }
        return originals.at(list.get(), budget) instanceof Original.There(var document)
                ? RemoteCollection.read(document)
                        .<Found>map(rings -> new Found.Team(actor, new HashSet<>(rings.objects(MOST_RINGS))))
                        .orElseGet(Found.Nobody::new)
                : new Found.NotNow();
    }

    private Found site(URI address) {
        var get = new Get(address, "text/html", RequestSigner.UNSIGNED, Redirects.WITHIN_THE_SERVER, MOST_PAGE_BYTES);
        return client.get(get, Budget.ofOneWish()) instanceof Outcome.Answered answer && answer.successful()
                ? new Found.Site(LinkedPage.read(new String(answer.body(), StandardCharsets.UTF_8), answer.address()))
                : new Found.NotNow();
    }

    /** A team as its own document tells it. Nobody is sent to a third server by it. */
    static RingMember member(RemoteActor actor, URI ring, Set<URI> rings) {
        var page = actor.link(ActorLink.PAGE)
                .filter(address -> Origins.same(address, actor.id()))
                .orElse(actor.id());
        return new RingMember(
                new RingStop.Team(actor.id()),
                StrangersText.line(actor.displayName(), RingRoll.LONGEST_NAME),
                page,
                actor.inbox(),
                actor.listing().languages(),
                rings.contains(ring),
                rings);
    }

    /** A page says that it is in a ring by a link to the ring's page, or to one below it. */
    static boolean leadsTo(LinkedPage page, URI ringPage) {
        var text = ringPage.toString();
        return page.links().stream()
                .map(URI::toString)
                .anyMatch(link -> link.equals(text) || link.startsWith(text + "/"));
    }
}
