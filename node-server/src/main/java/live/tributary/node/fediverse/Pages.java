// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.util.Optional;
import java.util.regex.Pattern;

import live.tributary.node.kernel.Handle;
import live.tributary.node.team.Members;
import live.tributary.node.team.Team;
import live.tributary.node.team.Teams;

/** Finds our actors by the pages where people watch them: what they paste into a search elsewhere. */
final class Pages {

    private static final Pattern MEMBER = Pattern.compile("/@([^/@]+)/([^/@]+)/?");

    private final Teams teams;
    private final Members members;
    private final Actors actors;

    Pages(Teams teams, Members members, Actors actors) {
        this.teams = teams;
        this.members = members;
        this.actors = actors;
    }

    /** {@code /@team}, whose handle may have a hyphen, as an actor's name may not. */
    Optional<LocalActor> team(String handle) {
        return find(handle).flatMap(team -> actors.group(team.id()));
    }

    /** {@code /@team/member}. */
    Optional<LocalActor> member(String team, String handle) {
        return find(team)
                .flatMap(found -> Handle.parse(handle).flatMap(member -> members.find(found.id(), member)))
                .flatMap(member -> actors.person(member.id()));
    }

    /** @param path of a member's page */
    Optional<LocalActor> member(String path) {
        var names = MEMBER.matcher(path);
        return names.matches() ? member(names.group(1), names.group(2)) : Optional.empty();
    }

    private Optional<Team> find(String handle) {
        return Handle.parse(handle).flatMap(teams::find);
    }
}
