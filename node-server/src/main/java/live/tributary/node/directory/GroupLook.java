// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import live.tributary.federation.http.Budget;
import live.tributary.federation.http.Origins;
import live.tributary.federation.vocab.ActorLink;
import live.tributary.federation.vocab.ActorReader;
import live.tributary.federation.vocab.RemoteActor;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.inbox.Originals.Original;
import live.tributary.node.inbox.People;
import live.tributary.node.kernel.Actor;

/** Reads in a team's own document whether this directory may list it. Asks there; no transaction may be open. */
final class GroupLook {

    private static final String PAGE = "/directory";

    private final Sources sources;
    private final DomainPolicies policies;
    private final Actors actors;
    private final Addresses addresses;
    private final People people;

    GroupLook(Sources sources, DomainPolicies policies, Actors actors, Addresses addresses, People people) {
        this.sources = sources;
        this.people = people;
        this.policies = policies;
        this.actors = actors;
        this.addresses = addresses;
    }

    Consent look(URI id) {
        if (isUnwelcome(id)) {
            return withheld(Consent.Why.UNWELCOME);
        }
        return switch (sources.at(id, Budget.ofOneActivity())) {
            case Original.There(var document) ->
                ActorReader.read(document)
                        .filter(actor -> Origins.same(actor.inbox(), actor.id()))
                        .map(this::consent)
                        .orElseGet(() -> withheld(Consent.Why.NOBODY));
            case Original.Gone(), Original.Unfit _ -> withheld(Consent.Why.NOBODY);
            case Original.Missing(), Original.NotNow _ -> new Consent.NotNow();
        };
    }

    /** Whoever is limited is in no list. An operator's rules are for others: an allow-list does not name the node itself. */
    boolean isUnwelcome(URI id) {
        return !isOurs(id)
                && host(id).filter(host -> !policies.standing(host).limited()).isEmpty();
    }

    /** Whether it is a team of this node. */
    boolean isOurs(URI id) {
        return sources.isOurs(id);
    }

    /** By which addresses a team can name this directory: its actor, or its first page as people type it. */
    Set<URI> names() {
        var origin = addresses.origin();
        var node = actors.node().map(addresses::of);
        return Set.of(node.orElseGet(() -> URI.create(origin)), URI.create(origin + "/"));
    }

    /** By which addresses people link to it. */
    private Set<URI> pages() {
        return Stream.concat(names().stream(), Stream.of(addresses.page(PAGE))).collect(Collectors.toUnmodifiableSet());
    }

    private Consent consent(RemoteActor actor) {
        if (!isOurs(actor.id())) {
            people.meet(Actor.SYSTEM, actor);
        }
        if (actor.link(ActorLink.MOVED_TO).isPresent()) {
            return withheld(Consent.Why.MOVED);
        }
        return names().stream().anyMatch(actor::admits) || ProfileConsent.isGiven(actor, pages())
                ? new Consent.Given(actor)
                : withheld(Consent.Why.NOT_ALLOWED);
    }

    private static Consent withheld(Consent.Why why) {
        return new Consent.Withheld(why);
    }

    static Optional<String> host(URI address) {
        return Optional.ofNullable(address.getHost()).map(host -> host.toLowerCase(Locale.ROOT));
    }
}
