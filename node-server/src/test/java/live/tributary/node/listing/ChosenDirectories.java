// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.listing;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.Outbox;
import live.tributary.node.fixtures.FederatedNode;
import live.tributary.node.inbox.ClockAhead;
import live.tributary.node.inbox.TeamRule;
import live.tributary.node.inbox.TeamRules;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.TeamId;
import live.tributary.node.team.Members;

import static org.assertj.core.api.Assertions.assertThat;

/** Which directories a team chose, what they answer, and how it leaves them. */
abstract class ChosenDirectories {

    private final Landing landing;
    private final ClockAhead clock;
    private final FederatedNode node;
    private final FarDirectory far;
    private final Listings listings;
    private final Directories directories;
    private final TeamId team;
    private final Actor owner;

    ChosenDirectories(Landing landing) {
        this.landing = landing;
        this.clock = landing.clock;
        this.node = landing.node;
        this.far = landing.far;
        this.listings = landing.listings;
        this.directories = landing.directories;
        this.team = landing.team;
        this.owner = landing.owner;
    }

    @Test
    void whoeverChoosesADirectorySaysSoAndAsks() {
        var roll = far.keep("roll");
        assertThat(directories.choose(owner, team, roll.toString()))
                .isEqualTo(new Choice.Not(Choice.Why.TOO_LITTLE_SAID));
        listings.put(owner, team, Landing.PITCH);
        listings.addSeat(owner, team, landing.seat("streamer for Sunday mornings"));
        assertThat(directories.choose(owner, team, roll.toString())).isEqualTo(new Choice.Done(roll));

        var group = landing.document(node.groupAddress());
        assertThat(group.path("listing").asString()).isEqualTo("invited");
        assertThat(group.path("listedAt").path(0).asString()).isEqualTo(roll.toString());
        assertThat(group.path("discoverable").asBoolean()).isTrue();
        assertThat(group.path("promise").asString()).isEqualTo(Landing.PITCH.promise());
        Landing.isAsInTheDocs(group, "Group");
        Landing.isTaken(group);

        var invite = landing.awaitLetter("Invite", roll);
        assertThat(invite.path("actor").asString())
                .isEqualTo(node.groupAddress().toString());
        assertThat(invite.path("object").asString()).isEqualTo(node.groupAddress() + "/live");
        assertThat(invite.path("target").asString()).isEqualTo(roll.toString());
        Landing.isAsInTheDocs(invite, "Invite");
        Landing.isTaken(invite);
        assertThat(landing.standing(roll)).isEqualTo(Standing.ASKED);
        clock.advance(Directories.PATIENCE);
        assertThat(landing.standing(roll)).isEqualTo(Standing.UNANSWERED);
    }

    @Test
    void theAnswerOfTheDirectoryIsShownInItsWords() {
        var shelf = landing.chosen("shelf");
        var invite = landing.awaitLetter("Invite", shelf);
        landing.heard("mallory", far.activity("Accept", "mallory", invite));
        landing.heard("shelf", far.activity("Accept", "shelf", far.nobody("other")));
        assertThat(landing.standing(shelf)).isEqualTo(Standing.ASKED);

        landing.heard("shelf", far.activity("Accept", "shelf", invite));
        assertThat(landing.standing(shelf)).isEqualTo(Standing.LISTED);
        landing.heard("shelf", far.activity("Reject", "shelf", invite).put("content", "Rule 3:\n only\u202E radio."));
        assertThat(landing.standing(shelf)).isEqualTo(Standing.REMOVED);
        assertThat(directories.of(team).getFirst().said()).isEqualTo("Rule 3: only radio.");

        var reasons = shelf.resolve("/directory/statements/7f3k");
        landing.heard("shelf", far.activity("Reject", "shelf", invite).put("url", "https://mallory.example/reasons"));
        assertThat(directories.of(team).getFirst().statement()).isEmpty();
        landing.heard("shelf", far.activity("Reject", "shelf", invite).put("url", reasons.toString()));
        assertThat(directories.of(team).getFirst().statement()).isEqualTo(reasons.toString());
    }

    @Test
    void whoWasRefusedMayAskAgainButNotAtOnce() {
        var fussy = landing.chosen("fussy");
        landing.heard("fussy", far.activity("Reject", "fussy", landing.awaitLetter("Invite", fussy)));
        assertThat(landing.standing(fussy)).isEqualTo(Standing.REFUSED);
        directories.choose(owner, team, fussy.toString());
        assertThat(landing.standing(fussy)).isEqualTo(Standing.REFUSED);
        clock.advance(Directories.BETWEEN_REQUESTS.plusSeconds(1));
        directories.choose(owner, team, fussy.toString());
        assertThat(landing.standing(fussy)).isEqualTo(Standing.ASKED);
        Landing.await("a second Invite", () -> far.letters("Invite", fussy).size() == 2);
    }

    @Test
    void aChosenDirectoryNeedNotWaitAndIsToldAtOnceWhenItIsLeft() {
        node.get(TeamRules.class).put(owner, team, new TeamRule(true, false));
        try {
            var near = landing.chosen("near");
            var follow = far.activity("Follow", "near", node.groupAddress());
            landing.heard("near", follow);
            assertThat(node.followers()).contains(near);
            landing.heard("stranger", far.activity("Follow", "stranger", node.groupAddress()));
            assertThat(node.followers()).doesNotContain(far.nobody("stranger"));

            assertThat(directories.leave(owner, team, near)).isTrue();
            assertThat(directories.leave(owner, team, near)).isFalse();
            var reject = landing.awaitLetter("Reject", near);
            assertThat(reject.path("object").path("id")).isEqualTo(follow.path("id"));
            assertThat(node.followers()).doesNotContain(near);
            assertThat(landing.document(node.groupAddress()).has("listedAt")).isFalse();
        } finally {
            node.get(TeamRules.class).put(owner, team, new TeamRule(false, false));
        }
    }

    @Test
    void aConsentThatIsTakenBackDoesNotWaitForTheNextChange() {
        listings.put(owner, team, Landing.PITCH.withConsent(Consent.OPEN));
        landing.heard("open", far.activity("Follow", "open", node.groupAddress()));
        listings.put(owner, team, Pitch.NOTHING);
        var address = node.groupAddress();
        Landing.await(
                "the news",
                () -> far.letters("Update", address).stream()
                        .anyMatch(update -> update.path("object")
                                .path("listing")
                                .asString("")
                                .equals("none")));
        assertThat(directories.of(team)).isEmpty();
    }

    @Test
    void whoIsLeftHearsSoAtOnceThoughItNeverFollowed() {
        try (var apart = new FarDirectory(clock, node.sharedInbox())) {
            var directory = apart.keep("apart");
            listings.put(owner, team, Landing.PITCH);
            directories.choose(owner, team, directory.toString());
            assertThat(directories.leave(owner, team, directory)).isTrue();
            Landing.await("the news", () -> tells(apart, "invited"));
            assertThat(tells(apart, "none")).isFalse();

            directories.choose(owner, team, directory.toString());
            listings.put(owner, team, Landing.PITCH.withConsent(Consent.NONE));
            Landing.await("the other news", () -> tells(apart, "none"));
        }
    }

    /** Whether somebody heard that the Group names no directory, and what it says of being listed. */
    private boolean tells(FarDirectory directory, String listing) {
        return directory.letters("Update", node.groupAddress()).stream()
                .map(update -> update.path("object"))
                .filter(group -> !group.has("listedAt"))
                .anyMatch(group -> group.path("listing").asString("").equals(listing));
    }

    @Test
    void whoIsToBeInNoListAsksNobody() {
        listings.put(owner, team, Landing.PITCH.withConsent(Consent.NONE));
        assertThat(directories.choose(owner, team, far.keep("unasked").toString()))
                .isEqualTo(new Choice.Not(Choice.Why.NOT_TO_BE_LISTED));
        assertThat(listings.pitch(team).consent()).isEqualTo(Consent.NONE);
        assertThat(far.wasAsked(far.nobody("unasked"))).isFalse();
    }

    @Test
    void aConsentThatIsTakenBackStaysSoThoughADirectoryWasJustLookedFor() {
        listings.put(owner, team, Landing.PITCH);
        var late = far.keep("late");
        var answers = new CountDownLatch(1);
        far.hold(answers);
        var choice = CompletableFuture.supplyAsync(() -> directories.choose(owner, team, late.toString()));
        try {
            Landing.await("the directory to be looked for", () -> far.wasAsked(late));
            listings.put(owner, team, Landing.PITCH.withConsent(Consent.NONE));
        } finally {
            answers.countDown();
        }
        assertThat(choice.join()).isEqualTo(new Choice.Not(Choice.Why.NOT_TO_BE_LISTED));
        assertThat(listings.pitch(team).consent()).isEqualTo(Consent.NONE);
        assertThat(directories.of(team)).isEmpty();
    }

    @Test
    void whoLeavesAndAsksInTurnsIsStopped() {
        var turns = landing.chosen("turns");
        for (int asked = 1; asked < Directories.MOST_ASKS_PER_HOUR; asked++) {
            directories.leave(owner, team, turns);
            assertThat(directories.choose(owner, team, turns.toString())).isEqualTo(new Choice.Done(turns));
        }
        directories.leave(owner, team, turns);
        assertThat(directories.choose(owner, team, turns.toString())).isEqualTo(new Choice.Not(Choice.Why.TOO_OFTEN));
        assertThat(directories.of(team)).isEmpty();
    }

    @Test
    void whoLooksForDirectoriesAllTheTimeIsStopped() {
        listings.put(owner, team, Landing.PITCH);
        var fresh = new Directories(
                node.get(RequestStore.class),
                node.get(PitchStore.class),
                node.get(DirectoryFinder.class),
                new Invitations(node.get(Outbox.class), node.get(Addresses.class)),
                node.get(GroupNews.class),
                node.get(Leaving.class),
                node.get(Actors.class),
                node.get(Members.class),
                node.get(TransactionOperations.class),
                clock);
        for (int looked = 0; looked < Directories.MOST_LOOKS_PER_HOUR; looked++) {
            assertThat(fresh.choose(owner, team, "no address")).isEqualTo(new Choice.Not(Choice.Why.NO_ADDRESS));
        }
        assertThat(fresh.choose(owner, team, "no address")).isEqualTo(new Choice.Not(Choice.Why.TOO_OFTEN));
    }

    @Test
    void asksOnlyDirectories() {
        listings.put(owner, team, Landing.PITCH);
        assertThat(directories.choose(owner, team, far.nobody("pond").toString()))
                .isEqualTo(new Choice.Not(Choice.Why.NO_DIRECTORY));
        assertThat(directories.choose(owner, team, "no address")).isEqualTo(new Choice.Not(Choice.Why.NO_ADDRESS));
        assertThat(directories.choose(owner, team, node.groupAddress().toString()))
                .isEqualTo(new Choice.Not(Choice.Why.OURS));
        assertThat(directories.of(team)).isEmpty();
    }
}
