// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import live.tributary.federation.html.PlainText;
import live.tributary.federation.vocab.Listing;
import live.tributary.federation.vocab.RingRoll;
import live.tributary.federation.vocab.outgoing.ActorProfile;
import live.tributary.federation.vocab.outgoing.GroupActor;
import live.tributary.federation.vocab.outgoing.NodeActor;
import live.tributary.federation.vocab.outgoing.NodeActor.Duty;
import live.tributary.federation.vocab.outgoing.Openness;
import live.tributary.federation.vocab.outgoing.PersonActor;
import live.tributary.federation.vocab.outgoing.Picture;
import live.tributary.federation.vocab.outgoing.ProfileLink;
import live.tributary.federation.vocab.outgoing.Residence;
import live.tributary.federation.vocab.outgoing.RingActor;
import live.tributary.node.fediverse.ActorPicture.Motif;
import live.tributary.node.instance.Node;
import live.tributary.node.kernel.TeamId;
import live.tributary.node.team.Hue;
import live.tributary.node.team.Member;
import live.tributary.node.team.Members;
import live.tributary.node.team.Role;
import live.tributary.node.team.Team;
import live.tributary.node.team.Teams;

/** Our actors as others see them. Safe for any thread that may block. */
final class ActorDocuments {

    /** The blue of the river on every page. */
    private static final Hue OF_THE_NODE = new Hue(225);

    private final Node node;
    private final Teams teams;
    private final Members members;
    private final Actors actors;
    private final KeyRings keys;
    private final FollowerRule followerRule;
    private final Residences residences;
    private final TeamListings listings;
    private final LocalRings rings;
    private final TeamWelcomes welcomes;
    private final Duty duty;
    private final Addresses addresses;

    ActorDocuments(
            Node node,
            Teams teams,
            Members members,
            Actors actors,
            KeyRings keys,
            FollowerRule followerRule,
            Residences residences,
            TeamListings listings,
            LocalRings rings,
            TeamWelcomes welcomes,
            Duty duty,
            Addresses addresses) {
        this.node = node;
        this.teams = teams;
        this.members = members;
        this.actors = actors;
        this.keys = keys;
        this.followerRule = followerRule;
        this.residences = residences;
        this.listings = listings;
        this.rings = rings;
        this.welcomes = welcomes;
        this.duty = duty;
        this.addresses = addresses;
    }

    /** Empty where the team or the member is not there any more. */
    Optional<live.tributary.federation.vocab.outgoing.LocalActor> of(LocalActor actor) {
        return switch (actor) {
            case LocalActor.Application application ->
                Optional.of(new NodeActor(
                        profile(
                                application,
                                node.name().value(),
                                page(application),
                                open(false),
                                Motif.NODE,
                                OF_THE_NODE),
                        duty));
            case LocalActor.Group group -> teams.find(group.team()).map(team -> group(group, team));
            case LocalActor.Ring ring -> rings.roll(ring.id()).map(roll -> ring(ring, roll));
            case LocalActor.Steward steward -> teams.find(steward.team()).map(team -> steward(steward, team));
            case LocalActor.Person person ->
                members.find(person.member())
                        .flatMap(member -> teams.find(member.team()).map(team -> person(person, member, team)));
        };
    }

    /** Where the actor is to be followed instead; empty while it lives here. */
    Optional<URI> target(LocalActor actor) {
        return residences.of(actor.id()) instanceof Residence.Moved moved
                ? Optional.of(moved.target())
                : Optional.empty();
    }

    /** Path of the page where people look at the actor; the node's first page where there is no other. */
    String page(LocalActor actor) {
        return switch (actor) {
            case LocalActor.Application _ -> "/";
            case LocalActor.Group group ->
                teams.find(group.team()).map(ActorDocuments::page).orElse("/");
            case LocalActor.Ring ring ->
                rings.roll(ring.id()).map(roll -> roll.page().getRawPath()).orElse("/");
            case LocalActor.Steward steward ->
                teams.find(steward.team()).map(ActorDocuments::page).orElse("/");
            case LocalActor.Person person ->
                members.find(person.member())
                        .flatMap(member -> teams.find(member.team()).map(team -> page(team, member)))
                        .orElse("/");
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
        var listing = listings.of(team.id());
        var openness = open(listing.policy(), followerRule.approvesFollowers(team.id()));
        var profile = profile(group, team.name().value(), page(team), openness, Motif.TEAM, team.hue());
        return new GroupActor(profile, steward, moderators(group), listing, welcomes.raids(team.id()));
    }

    /** Mastodon and others ask the same of a team, in words of their own. */
    private static Openness open(Listing.Policy policy, boolean approvesFollowers) {
        return switch (policy) {
            case OPEN, INVITED -> new Openness(true, true, approvesFollowers);
            case NONE, UNSAID -> new Openness(false, false, approvesFollowers);
        };
    }

    private RingActor ring(LocalActor.Ring ring, RingRoll roll) {
        var charter = PlainText.escape(roll.charter()).replace("\n", "<br>");
        return new RingActor(profile(
                ring,
                roll.name(),
                charter.isEmpty() ? "" : "<p>%s</p>".formatted(charter),
                roll.page().getRawPath(),
                new Openness(true, true, false),
                Motif.TEAM,
                OF_THE_NODE,
                new Residence.Here(rings.alsoKnownAs(ring.id()))));
    }

    /** Nobody is to find it, and nobody can follow it: it is there because PeerTube wants an owner. */
    private PersonActor steward(LocalActor.Steward steward, Team team) {
        var hidden = new Openness(false, false, false);
        return new PersonActor(profile(steward, team.name() + " (team)", page(team), hidden, Motif.TEAM, team.hue()));
    }

    private PersonActor person(LocalActor.Person person, Member member, Team team) {
        return new PersonActor(
                profile(person, member.name().value(), page(team, member), open(team.id()), Motif.PERSON, team.hue()));
    }

    private Openness open(TeamId team) {
        return open(followerRule.approvesFollowers(team));
    }

    private static Openness open(boolean approvesFollowers) {
        return new Openness(true, true, approvesFollowers);
    }

    private ActorProfile profile(LocalActor actor, String name, String path, Openness openness, Motif motif, Hue hue) {
        return profile(actor, name, "", path, openness, motif, hue, residences.of(actor.id()));
    }

    private ActorProfile profile(
            LocalActor actor,
            String name,
            String summaryHtml,
            String path,
            Openness openness,
            Motif motif,
            Hue hue,
            Residence residence) {
        var page = addresses.page(path);
        return new ActorProfile(
                addresses.of(actor),
                addresses.sharedInbox(),
                actor.name().value(),
                name,
                summaryHtml,
                page,
                actor.createdAt(),
                openness,
                ActorPicture.of(motif, hue).map(this::picture).toList(),
                List.of(new ProfileLink(ProfileLink.Kind.PAGE, "Watch", page)),
                residence,
                keys.published(actor));
    }

    private Picture picture(ActorPicture picture) {
        return new Picture(addresses.page(picture.path()), ActorPicture.MEDIA_TYPE, picture.size(), picture.size());
    }

    static String page(Team team) {
        return "/@" + team.handle();
    }

    private static String page(Team team, Member member) {
        return page(team) + "/" + member.handle();
    }
}
