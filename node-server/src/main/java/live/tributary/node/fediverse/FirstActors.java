// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

import live.tributary.node.team.Members;
import live.tributary.node.team.Team;
import live.tributary.node.team.Teams;

/**
 * Gives an actor to whoever has none when the node starts: teams and members of the time before federation was
 * switched on. Their keys are made when somebody first asks for them; the node's are made at once, as it signs what it
 * fetches.
 */
final class FirstActors implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger log = LoggerFactory.getLogger(FirstActors.class);

    private final Actors actors;
    private final Teams teams;
    private final Members members;
    private final KeyRings keys;
    private final Addresses addresses;
    private final boolean testLoopback;

    FirstActors(Actors actors, Teams teams, Members members, KeyRings keys, Addresses addresses, boolean testLoopback) {
        this.actors = actors;
        this.teams = teams;
        this.members = members;
        this.keys = keys;
        this.addresses = addresses;
        this.testLoopback = testLoopback;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent started) {
        if (testLoopback) {
            log.warn(
                    "TEST ONLY: {} is on. This node fetches from and delivers to addresses of its own machine over plain"
                            + " http. Never switch it on where strangers can reach it.",
                    OnFederation.TEST_SWITCH);
        }
        var node = actors.ensureNode();
        teams.all().forEach(this::introduce);
        // Whoever lost them was told already, and has streams to show all the same.
        if (!keys.areLost()) {
            keys.of(node.id());
            log.info("on the fediverse as {}", addresses.host());
        }
    }

    private void introduce(Team team) {
        actors.ensureGroup(team.id(), team.handle());
        members.of(team.id()).forEach(member -> actors.ensurePerson(member.id(), member.handle()));
    }
}
