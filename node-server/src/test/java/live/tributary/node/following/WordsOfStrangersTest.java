// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.following;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.following.Followed.Standing;
import live.tributary.node.kernel.AccountId;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.NotAllowedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What those who are followed, and their neighbours, say wrongly, at a bad moment, or to do harm. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WordsOfStrangersTest {

    private static final Duration TWELVE_MINUTES = Duration.ofMinutes(12);

    private final Riverside river;
    private final Pond pond;
    private final LiveElsewhere live;
    private final KeptStore kept;

    WordsOfStrangersTest(TestDatabase database, @TempDir Path data) {
        river = new Riverside(database, data);
        pond = river.pond;
        live = river.live;
        kept = river.kept;
        // Whose key is known: it is not fetched while everything is held.
        river.heard("ana", pond.activity("Announce", "ana", pond.at("/notes/1")));
    }

    @AfterEach
    void followNobody() {
        pond.hold(new CountDownLatch(0));
        river.followings
                .of(river.owner, river.team)
                .forEach(followed -> river.followings.unfollow(river.owner, river.team, followed.actor()));
    }

    @AfterAll
    void stop() {
        river.close();
    }

    @Test
    void aNeighbourChangesNothingOfAnothersBroadcast() {
        river.followed("fern");
        var video = announced("fern", pond.video("1", "fern", "live", 3, TWELVE_MINUTES));
        var forged = pond.video("1", "fern", "ended", Long.MAX_VALUE, TWELVE_MINUTES);
        forged.putArray("attributedTo")
                .add(pond.actor("mallory").toString())
                .add(pond.actor("fern").toString());
        river.heard("mallory", pond.activity("Update", "mallory", forged.put("name", "Mallory's")));
        assertThat(live.all()).extracting(RemoteStream::title).containsExactly("Evening 1");
        pond.show(video, pond.video("1", "fern", "ended", 4, Duration.ZERO));
        river.heard("fern", pond.pulse("Leave", "fern", video, 4, Duration.ZERO));
        assertThat(live.all()).isEmpty();
    }

    @Test
    void whatLiesAtTheOriginIsBelievedWhateverNumberWasToldBefore() {
        river.followed("sedge");
        var video = announced("sedge", pond.video("2", "sedge", "live", 3, TWELVE_MINUTES));
        river.heard("sedge", pond.pulse("Offer", "sedge", video, Long.MAX_VALUE, TWELVE_MINUTES));
        pond.show(video, pond.video("2", "sedge", "ended", 4, Duration.ZERO));
        pond.post("ana", pond.activity("Update", "ana", pond.tubeVideo("2", "sedge", 1)));
        river.await("its end", () -> live.all().isEmpty());
    }

    @Test
    void anEndThatIsToldWhileABroadcastIsFetchedIsNotLost() {
        river.followed("rush");
        var held = new CountDownLatch(1);
        var video = fetching("rush", pond.video("3", "rush", "live", 3, TWELVE_MINUTES), held);
        pond.show(video, pond.video("3", "rush", "ended", 4, Duration.ZERO));
        river.heard("rush", pond.pulse("Leave", "rush", video, 4, Duration.ZERO));
        held.countDown();
        river.await("the end", () -> kept.below(video).equals(List.of("Evening 3 f 4")));
    }

    @Test
    void aBroadcastThatIsDeletedOrFollowedByNobodyWhileItIsFetchedIsNotKept() {
        river.followed("moss");
        var held = new CountDownLatch(1);
        var deleted = fetching("moss", pond.video("4", "moss", "live", 3, TWELVE_MINUTES), held);
        river.heard("ana", pond.activity("Delete", "ana", deleted));
        held.countDown();
        announced("moss", pond.video("5", "moss", "live", 1, TWELVE_MINUTES));
        assertThat(kept.below(deleted)).isEmpty();

        var again = new CountDownLatch(1);
        var unwanted = fetching("moss", pond.video("6", "moss", "live", 3, TWELVE_MINUTES), again);
        followNobody();
        again.countDown();
        river.followed("newt");
        announced("newt", pond.video("7", "newt", "live", 1, TWELVE_MINUTES));
        assertThat(kept.below(unwanted)).isEmpty();
    }

    @Test
    void anUpdateThatComesWhileABroadcastIsFetchedHasItFetchedOnceMore() {
        river.followed("otter");
        var video = announced("otter", pond.tubeVideo("8", "otter", 1));
        var held = new CountDownLatch(1);
        pond.hold(held);
        river.clock.advance(Belief.BETWEEN_LOOKS.plusSeconds(5));
        river.await("another look", () -> asked(video) == 2);
        pond.show(video, pond.tubeVideo("8", "otter", 5));
        river.heard("ana", pond.activity("Update", "ana", pond.tubeVideo("8", "otter", 1)));
        held.countDown();
        river.await("its end", () -> live.all().isEmpty());
    }

    @Test
    void whoIsMissingForAMomentIsAskedAgainAndWhoIsGoneIsNot() {
        river.followed("crake");
        pond.answer(pond.actor("crake"), 404);
        river.lookAgain("crake");
        assertThat(river.standing("crake")).isEqualTo(Standing.UNREACHABLE);
        pond.answer(pond.actor("crake"), 410);
        river.lookAgain("crake");
        assertThat(river.standing("crake")).isEqualTo(Standing.GONE);
    }

    @Test
    void timesBeforeAllCalendarsHarmNothing() {
        river.followed("heron");
        var odd = pond.video("9", "heron", "live", 1, TWELVE_MINUTES).put("liveSince", "-9999-01-01T00:00:00Z");
        announced("heron", odd);
        var over = pond.video("10", "heron", "ended", 1, TWELVE_MINUTES).put("liveUntil", "-9999-01-01T00:00:00Z");
        var video = river.shows(over);
        pond.post("heron", pond.activity("Announce", "heron", video));
        river.await("what is over", () -> !kept.below(video).isEmpty());
    }

    @Test
    void whoMovesToAnotherNameOfTheirOwnOrBackAgainIsFollowedWhereTheyAre() {
        river.followed("toad");
        var toad = pond.actor("toad", "Group").put("movedTo", pond.at("/@toad").toString());
        toad.putArray("alsoKnownAs").add(pond.actor("toad").toString());
        pond.show(pond.actor("toad"), toad);
        pond.show(pond.at("/@toad"), toad);
        river.lookAgain("toad");
        assertThat(followed()).containsExactly(pond.actor("toad"));

        var there =
                pond.actor("newtoad", "Group").put("movedTo", pond.actor("toad").toString());
        there.putArray("alsoKnownAs").add(pond.actor("toad").toString());
        pond.show(pond.actor("newtoad"), there);
        toad.put("movedTo", pond.actor("newtoad").toString());
        toad.putArray("alsoKnownAs").add(pond.actor("newtoad").toString());
        pond.show(pond.actor("toad"), toad);
        river.lookAgain("toad");
        assertThat(followed()).containsExactly(pond.actor("newtoad"));
        river.lookAgain("newtoad");
        assertThat(followed()).containsExactly(pond.actor("newtoad"));
    }

    @Test
    void whoWishesOftenAsksOnceAnHour() {
        pond.actor("grebe", "Group");
        river.follow(river.team, "grebe");
        river.heard("grebe", pond.activity("Reject", "grebe", (ObjectNode) river.awaitFollow("grebe")));
        river.follow(river.team, "grebe");
        assertThat(river.standing("grebe")).isEqualTo(Standing.REFUSED);
        river.clock.advance(Followings.BETWEEN_WISHES.plusSeconds(1));
        river.follow(river.team, "grebe");
        river.follow(river.team, "grebe");
        assertThat(river.standing("grebe")).isEqualTo(Standing.ASKED);
        river.await(
                "another letter",
                () -> pond.letters("Follow", pond.actor("grebe")).size() == 2);
    }

    @Test
    void whoWishesWhatTheLastOneGivesUpJustNowFollowsAnew() throws Exception {
        pond.actor("loon", "Group");
        river.follow(river.team, "loon");
        river.awaitFollow("loon");
        var wish = new FutureTask<>(() -> river.followings.follow(
                river.owner, new Wisher.OfNode(), pond.actor("loon").toString()));
        river.node.get(TransactionOperations.class).executeWithoutResult(_ -> {
            river.followings.unwish(river.team, pond.actor("loon"));
            Thread.ofVirtual().start(wish);
            river.await("the other wish", kept::isAnybodyWaiting);
        });
        assertThat(wish.get()).isEqualTo(new Asked.Done(pond.actor("loon")));
        river.followings.unfollow(river.owner, new Wisher.OfNode(), pond.actor("loon"));
    }

    @Test
    void whatCouldNotBeReadWhenTheySaidYesIsReadAFewMinutesLater() {
        pond.actor("swan", "Group");
        pond.answer(pond.at("/users/swan/live"), 503);
        river.follow(river.team, "swan");
        river.accepts("swan", river.awaitFollow("swan"));
        var asked = river.clock.instant();
        river.await(
                "the next look",
                () -> kept.isLookedAtBetween(pond.actor("swan"), asked.plusSeconds(60), asked.plusSeconds(240)));
        pond.recover(pond.at("/users/swan/live"));
        var video = river.shows(pond.video("11", "swan", "live", 1, Duration.ofMinutes(30)));
        pond.list(pond.at("/users/swan/live"), video);
        river.clock.advance(Belief.BEFORE_ANOTHER_TRY.plusSeconds(5));
        river.await("the broadcast", () -> live.all().size() == 1);
    }

    @Test
    void whoSaysYesAgainOrPointsAtMoreAndMoreMakesUsFetchNoMore() {
        river.followed("magpie");
        var before = pond.asked().size();
        river.heard("magpie", pond.activity("Accept", "magpie", (ObjectNode) river.awaitFollow("magpie")));
        announced("magpie", pond.video("12", "magpie", "live", 1, TWELVE_MINUTES));
        // The broadcast, and perhaps whose it is.
        assertThat(pond.asked().size() - before).isLessThanOrEqualTo(2);

        var hints = river.node.get(Hints.class);
        river.node.get(TransactionOperations.class).executeWithoutResult(shiny -> {
            for (int video = 0; video < Hints.MOST_PER_HOUR; video++) {
                hints.note(pond.at("/shiny/" + video), pond.actor("magpie"));
                river.node.get(HintStore.class).remove(pond.at("/shiny/" + video));
            }
            hints.note(pond.at("/shiny"), pond.actor("magpie"));
            assertThat(kept.hints()).isZero();
            shiny.setRollbackOnly();
        });
    }

    @Test
    void ofWhatOneSpeaksOfTheLatestIsKeptAndWhatAnotherSpeaksOfToo() {
        river.followed("pike");
        river.followed("bream");
        var streams = river.node.get(Streams.class);
        river.node.get(TransactionOperations.class).executeWithoutResult(much -> {
            for (int number = 0; number < Streams.MOST_OF_ONE + 2; number++) {
                keep(
                        pond.at("/kept/%03d".formatted(number)),
                        river.clock.instant().plusSeconds(number));
                if (number == 0) {
                    streams.mention(pond.at("/kept/000"), pond.actor("bream"));
                }
                streams.mention(pond.at("/kept/%03d".formatted(number)), pond.actor("pike"));
            }
            assertThat(kept.spokenOfBy(pond.actor("pike"))).isEqualTo(Streams.MOST_OF_ONE);
            assertThat(kept.spokenOfBy(pond.actor("bream"))).isOne();
            assertThat(kept.below(pond.at("/kept/000"))).hasSize(1);
            assertThat(kept.below(pond.at("/kept/001"))).isEmpty();
            assertThat(kept.below(pond.at("/kept/002"))).hasSize(1);
            much.setRollbackOnly();
        });
    }

    private void keep(URI video, Instant saidAt) {
        var pike = pond.actor("pike");
        var sight =
                new Sight(video, pike, pike, "Evening", video, true, saidAt, 1, saidAt, saidAt.plus(TWELVE_MINUTES));
        assertThat(river.node.get(StreamStore.class).put(sight)).isTrue();
    }

    @Test
    void whoFollowsAndEndsItInTurnsIsNotHeardEachTime() {
        pond.actor("ruff", "Group");
        for (int turn = 0; turn < 5; turn++) {
            river.follow(river.team, "ruff");
            river.followings.unfollow(river.owner, river.team, pond.actor("ruff"));
        }
        river.follow(river.team, "ruff");
        assertThat(river.standing("ruff")).isEqualTo(Standing.ASKED);
        assertThat(asked("ruff")).isZero();
        for (var type : List.of("Follow", "Undo")) {
            river.await(
                    "each letter", () -> pond.letters(type, pond.actor("ruff")).size() == Requests.MOST_PER_HOUR);
        }

        river.clock.advance(Duration.ofMinutes(31));
        river.await("the letter that is due", () -> asked("ruff") == 1);

        // That was one of the two in an hour.
        river.followings.unfollow(river.owner, river.team, pond.actor("ruff"));
        river.follow(river.team, "ruff");
        assertThat(asked("ruff")).isZero();
        // One more who wishes it puts nothing off.
        river.clock.advance(Duration.ofMinutes(20));
        river.follow(new Wisher.OfNode(), "ruff");
        assertThat(asked("ruff")).isZero();
        river.clock.advance(Duration.ofMinutes(11));
        river.await("the next one", () -> asked("ruff") == 1);
        river.followings.unfollow(river.owner, new Wisher.OfNode(), pond.actor("ruff"));
    }

    private int asked(String name) {
        return river.node
                .get(FolloweeStore.class)
                .find(pond.actor(name))
                .orElseThrow()
                .follows()
                .size();
    }

    @Test
    void aDomainHasItsShareOfTheLooksAndNoMore() {
        river.followed("crow");
        var hints = river.node.get(HintStore.class);
        river.node.get(TransactionOperations.class).executeWithoutResult(share -> {
            var now = river.clock.instant();
            for (int video = 0; video < 10; video++) {
                var name = "%s.pond.example".formatted(video);
                hints.add(URI.create("https://" + name + "/v"), pond.actor("crow"), now, Hints.MOST_WAITING);
            }
            hints.add(URI.create("https://lake.example/v"), pond.actor("crow"), now, Hints.MOST_WAITING);
            assertThat(hints.claim(now, TWELVE_MINUTES, List.of("lake.example"), 16))
                    .hasSize(UnderWay.MOST_PER_DOMAIN)
                    .allMatch(due -> due.address().getHost().endsWith(".pond.example"));
            assertThat(hints.claim(now, TWELVE_MINUTES, List.of("pond.example"), 16))
                    .hasSize(1);
            share.setRollbackOnly();
        });
    }

    @Test
    void whatIsNotHeardOfForADayIsForgotten() {
        river.followed("eider");
        var video = announced("eider", pond.video("13", "eider", "live", 1, TWELVE_MINUTES));
        pond.answer(video, 503);
        river.clock.advance(Duration.ofHours(26));
        river.await("it to be forgotten", () -> kept.below(video).isEmpty());
    }

    @Test
    void aMemberFollowsInPersonAndNobodyFollowsForThem() {
        var member = new Wisher.OfMember(river.node.house().seat().id());
        assertThat(river.followings.mayDecide(river.owner, member)).isTrue();
        assertThat(river.followings.mayDecide(Actor.SYSTEM, member)).isFalse();
        var neighbour = new Actor.SignedIn(AccountId.next(river.clock.instant()), true);
        assertThat(river.followings.of(neighbour, new Wisher.OfNode())).isEmpty();
        for (var wisher : List.of(member, river.team)) {
            assertThatThrownBy(() -> river.followings.of(neighbour, wisher)).isInstanceOf(NotAllowedException.class);
        }
        assertThatThrownBy(() -> river.followings.of(Actor.ANONYMOUS, new Wisher.OfNode()))
                .isInstanceOf(NotAllowedException.class);
        assertThat(live.of(Actor.ANONYMOUS, river.team)).isEmpty();
        assertThatThrownBy(() -> live.of(neighbour, member)).isInstanceOf(NotAllowedException.class);
    }

    private List<URI> followed() {
        return river.followings.of(river.owner, river.team).stream()
                .map(Followed::actor)
                .toList();
    }

    /** Somebody says that a broadcast is on air, and it is seen here. */
    private URI announced(String team, ObjectNode document) {
        var video = river.shows(document);
        pond.post(team, pond.activity("Announce", team, video));
        river.await(
                "the broadcast",
                () -> live.all().stream().anyMatch(stream -> stream.id().equals(video)));
        return video;
    }

    /** Somebody says that a broadcast is on air, and the answer of its origin is under way. */
    private URI fetching(String team, ObjectNode document, CountDownLatch held) {
        var video = river.shows(document);
        pond.hold(held);
        pond.post(team, pond.activity("Announce", team, video));
        river.await("a look", () -> asked(video) == 1);
        return video;
    }

    private long asked(URI video) {
        return pond.asked().stream().filter(video.getPath()::equals).count();
    }
}
