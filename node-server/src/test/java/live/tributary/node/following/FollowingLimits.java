// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.following;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.node.fixtures.FederatedNode;
import live.tributary.node.kernel.AccountId;
import live.tributary.node.kernel.Actor;

import static org.assertj.core.api.Assertions.assertThat;

/** How much is followed, looked up and shown at most. */
abstract class FollowingLimits {

    private final Riverside river;
    private final FederatedNode node;
    private final Pond pond;
    private final Followings followings;
    private final LiveElsewhere live;
    private final KeptStore kept;
    private final Wisher team;
    private final Actor owner;

    FollowingLimits(Riverside river) {
        this.river = river;
        this.node = river.node;
        this.pond = river.pond;
        this.followings = river.followings;
        this.live = river.live;
        this.kept = river.kept;
        this.team = river.team;
        this.owner = river.owner;
    }

    @Test
    void nobodyFillsThePage() {
        river.followed("teal");
        for (int place = 0; place <= LiveElsewhere.MOST_OF_ONE; place++) {
            river.heard(
                    "teal",
                    pond.activity(
                            "Announce",
                            "teal",
                            river.shows(pond.video("8" + place, "teal", "live", 1, FollowingTest.TWELVE_MINUTES))));
        }
        river.awaitLooks();
        assertThat(live.all()).hasSize(LiveElsewhere.MOST_OF_ONE);
    }

    @Test
    void whoeverPointsAtTooMuchMakesUsFetchNoMore() {
        river.followed("magpie");
        var hints = node.get(Hints.class);
        node.get(TransactionOperations.class).executeWithoutResult(shiny -> {
            for (int video = 0; video <= Hints.MOST_WAITING + 5; video++) {
                hints.note(pond.at("/shiny/" + video), pond.actor("magpie"));
            }
            assertThat(kept.hints()).isEqualTo(Hints.MOST_WAITING);
            shiny.setRollbackOnly();
        });
    }

    @Test
    void aPressOfAButtonHasOthersAskedSixTimesAtMost() {
        var maze = pond.at("/.well-known/nodeinfo");
        pond.sendOn(maze, maze);
        var before = pond.asked().size();
        assertThat(followings.follow(owner, team, pond.host())).isEqualTo(new Asked.Not(Asked.Why.NO_ACTOR_OF_ITS_OWN));
        assertThat(pond.asked().subList(before, pond.asked().size()))
                .filteredOn(path -> path.startsWith("/.well-known/"))
                .hasSize(6);
        pond.recover(maze);
    }

    @Test
    void oneAccountAsksSoOftenAnHourAndThenIsToldWhenAgain() {
        var eager = new Actor.SignedIn(AccountId.next(river.clock.instant()), true);
        for (int ask = 0; ask < Riverside.ASKS_PER_HOUR; ask++) {
            assertThat(followings.follow(eager, new Wisher.OfNode(), "ana"))
                    .isEqualTo(new Asked.Not(Asked.Why.NO_ADDRESS));
        }
        assertThat(followings.follow(eager, new Wisher.OfNode(), "ana"))
                .isEqualTo(new Asked.TooOften(Duration.ofMinutes(1)));
        assertThat(followings.follow(owner, team, "ana")).isEqualTo(new Asked.Not(Asked.Why.NO_ADDRESS));
    }

    @Test
    void oneFollowsSoManyAndNoMore() {
        for (int number = 0; number < Riverside.MOST_FOLLOWED; number++) {
            pond.actor("gull" + number, "Group");
            river.follow(team, "gull" + number);
        }
        pond.actor("gulls", "Group");
        assertThat(followings.follow(owner, team, pond.actor("gulls").toString()))
                .isEqualTo(new Asked.Not(Asked.Why.TOO_MANY));
    }
}
