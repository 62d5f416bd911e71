// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import live.tributary.federation.vocab.outgoing.ActorKeys;
import live.tributary.federation.vocab.outgoing.ActorProfile;
import live.tributary.federation.vocab.outgoing.GroupActor;
import live.tributary.federation.vocab.outgoing.NodeActor;
import live.tributary.federation.vocab.outgoing.PersonActor;
import live.tributary.federation.vocab.outgoing.ProfileLink;
import live.tributary.node.instance.Node;
import live.tributary.node.team.Member;
import live.tributary.node.team.Members;
import live.tributary.node.team.Role;
import live.tributary.node.team.Team;
import live.tributary.node.team.Teams;

/** Our actors as others see them. Safe for any thread that may block. */
final class ActorDocuments {

    private final Node node;
    private final Teams teams;
    private final Members members;
    private final Actors actors;
    private final KeyRings keys;
    private final Addresses addresses;

    ActorDocuments(Node node, Teams teams, Members members, Actors actors, KeyRings keys, Addresses addresses) {
        this.node = node;
        this.teams = teams;
        this.members = members;
        this.actors = actors;
        this.keys = keys;
        this.addresses = addresses;
    }

    /** Empty where the team or the member is not there any more. */
    Optional<live.tributary.federation.vocab.outgoing.LocalActor> of(LocalActor actor) {
        return switch (actor) {
            case LocalActor.Application application ->
                Optional.of(new NodeActor(profile(application, node.name().value(), page(application), true)));
            case LocalActor.Group group -> teams.find(group.team()).map(team -> group(group, team));
            case LocalActor.Steward steward ->
                teams.find(steward.team())
                        .map(team -> person(profile(steward, team.name() + " (team)", page(steward), false)));
            case LocalActor.Person person ->
                members.find(person.member())
                        .map(member -> person(profile(person, member.name().value(), page(person), true)));
        };
    }

    /** Path of the page where people look at the actor; the node's first page where there is no other. */
    String page(LocalActor actor) {
        return switch (actor) {
            case LocalActor.Application _ -> "/";
            case LocalActor.Group group ->
                teams.find(group.team()).map(ActorDocuments::page).orElse("/");
            case LocalActor.Steward steward ->
                teams.find(steward.team()).map(ActorDocuments::page).orElse("/");
            case LocalActor.Person person ->
                members.find(person.member()).flatMap(this::page).orElse("/");
        };
    }

    /** Those of the team who may speak for it, and have an actor. */
    List<URI> moderators(LocalActor.Group group) {
        return members.of(group.team()).stream()
                .filter(member -> member.role() == Role.OWNER)
                .flatMap(member -> actors.person(member.id()).stream())
                .map(addresses::of)
                .toList();
    }

    private GroupActor group(LocalActor.Group group, Team team) {
        var steward = actors.steward(group.team()).map(addresses::of).orElseThrow();
        return new GroupActor(profile(group, team.name().value(), page(group), true), steward, moderators(group));
    }

    private static PersonActor person(ActorProfile profile) {
        return new PersonActor(profile, List.of());
    }

    private ActorProfile profile(LocalActor actor, String name, String path, boolean discoverable) {
        var page = addresses.page(path);
        var ring = keys.of(actor.id());
        return new ActorProfile(
                addresses.of(actor),
                addresses.sharedInbox(),
                actor.name().value(),
                name,
                "",
                page,
                actor.createdAt(),
                discoverable,
                discoverable,
                List.of(),
                List.of(new ProfileLink(ProfileLink.Kind.PAGE, "Watch", page)),
                new ActorKeys(
                        ring.rsa().publicKey().toPem(),
                        ring.ed25519().publicKey().toMultibase()));
    }

    private static String page(Team team) {
        return "/@" + team.handle();
    }

    private Optional<String> page(Member member) {
        return teams.find(member.team()).map(team -> page(team) + "/" + member.handle());
    }
}
