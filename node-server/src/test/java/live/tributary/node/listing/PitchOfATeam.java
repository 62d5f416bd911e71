// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.listing;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import live.tributary.node.fixtures.FederatedNode;
import live.tributary.node.fixtures.WebVisitor;
import live.tributary.node.inbox.ClockAhead;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.NotAllowedException;
import live.tributary.node.kernel.TeamId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a team says for directories: of itself, of its dates and seats, and for whom it vouches. */
abstract class PitchOfATeam {

    private final Landing landing;
    private final ClockAhead clock;
    private final FederatedNode node;
    private final FarDirectory far;
    private final Listings listings;
    private final Directories directories;
    private final TeamId team;
    private final Actor owner;

    PitchOfATeam(Landing landing) {
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
    void whoNeverSaidAnythingIsInNoList() {
        var group = landing.document(node.groupAddress());
        assertThat(group.path("listing").asString()).isEqualTo("none");
        assertThat(group.path("discoverable").asBoolean()).isFalse();
        assertThat(group.path("indexable").asBoolean()).isFalse();
        assertThat(group.has("languages")).isFalse();
    }

    @Test
    void twoTeamsAMonthAreVouchedForAndEverybodyCanReadIt() {
        var vouching = node.get(Vouching.class);
        listings.put(owner, team, Landing.PITCH);
        var ferry = far.team("ferry");
        assertThat(vouching.vouch(owner, team, ferry.toString())).isEqualTo(Vouching.Outcome.DONE);
        var add = landing.awaitLetter("Add", ferry);
        assertThat(add.path("proof").path("cryptosuite").asString()).isEqualTo("eddsa-jcs-2022");
        Landing.isAsInTheDocs(add, "Add");
        Landing.isTaken(add);
        var collection =
                URI.create(landing.document(node.groupAddress()).path("vouches").asString());
        assertThat(add.path("target").asString()).isEqualTo(collection.toString());
        assertThat(landing.document(collection).path("orderedItems").path(0).asString())
                .isEqualTo(ferry.toString());

        assertThat(vouching.vouch(owner, team, far.nobody("ana").toString())).isEqualTo(Vouching.Outcome.NO_TEAM);
        assertThat(vouching.vouch(owner, team, node.groupAddress().toString())).isEqualTo(Vouching.Outcome.OURS);
        assertThat(vouching.revoke(owner, team, ferry)).isTrue();
        landing.awaitLetter("Remove", ferry);
        assertThat(landing.document(collection).path("orderedItems")).isEmpty();
        assertThat(vouching.vouch(owner, team, far.team("kiln").toString())).isEqualTo(Vouching.Outcome.DONE);
        assertThat(vouching.vouch(owner, team, far.team("tide").toString())).isEqualTo(Vouching.Outcome.THIS_MONTH);
        assertThatThrownBy(() -> vouching.vouch(Actor.ANONYMOUS, team, ferry.toString()))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void thereIsAnEndToEverythingATeamMaySay() {
        var words =
                IntStream.rangeClosed(1, 6).mapToObj(number -> "word" + number).toList();
        assertThat(PitchWords.tags(words.subList(0, 5))).isPresent();
        assertThat(PitchWords.tags(words)).isEmpty();
        assertThat(PitchWords.languages(List.of("en", "de", "fr", "es"))).isEmpty();
        assertThat(PitchWords.languages(List.of(""))).isEmpty();
        assertThat(PitchWords.labels(List.of("boring"))).isEmpty();
        assertThat(PitchWords.promise("p".repeat(141))).isEmpty();
        assertThat(WantedSeat.until("+999999999-12-31", clock.instant())).isEmpty();
        for (int number = 0; number < Listings.MOST_DATES; number++) {
            assertThat(listings.addDate(owner, team, landing.soon(number), "")).isEqualTo(Added.DONE);
        }
        assertThat(listings.addDate(owner, team, landing.soon(1), "")).isEqualTo(Added.TOO_MANY);
        for (int number = 0; number < Listings.MOST_SEATS; number++) {
            assertThat(listings.addSeat(owner, team, landing.seat("mod"))).isEqualTo(Added.DONE);
        }
        assertThat(listings.addSeat(owner, team, landing.seat("mod"))).isEqualTo(Added.TOO_MANY);
        listings.put(owner, team, Landing.PITCH);
        for (int number = 0; number < Directories.MOST; number++) {
            assertThat(directories.choose(owner, team, far.keep("d" + number).toString()))
                    .isInstanceOf(Choice.Done.class);
        }
        assertThat(directories.choose(owner, team, far.keep("d-last").toString()))
                .isEqualTo(new Choice.Not(Choice.Why.TOO_MANY));
    }

    @Test
    void datesHaveAnAddressOfTheirOwnUntilTheyAreOver() {
        listings.put(owner, team, Landing.PITCH);
        var next = landing.soon(1);
        listings.addDate(owner, team, landing.soon(2), "The last attempt");
        listings.addDate(owner, team, next, "");
        var group = landing.document(node.groupAddress());
        var events =
                landing.document(URI.create(group.path("events").asString())).path("orderedItems");
        assertThat(events.valueStream().map(event -> event.path("name").asString()))
                .containsExactly("River", "The last attempt");
        var first = URI.create(events.path(0).path("id").asString());
        assertThat(landing.document(first).path("startTime").asString()).isEqualTo(next.toString());
        assertThat(new WebVisitor(node.node().web()).get(first.getPath()).goesTo())
                .endsWith("/@river");
        Landing.isTaken(landing.document(first));
        Landing.isAsInTheDocs(landing.document(first), "Event");

        clock.advance(Duration.ofHours(1).plus(Listings.LATE));
        assertThat(listings.dates(team)).hasSize(1);
        assertThat(landing.document(first).has("startTime")).isFalse();
    }

    @Test
    void seatsThatNobodyTakesDownExpire() {
        listings.addSeat(owner, team, landing.seat("mod"));
        clock.advance(Duration.ofDays(31));
        assertThat(listings.seats(team)).isEmpty();
    }

    @Test
    void onlyOwnersSpeakForTheTeam() {
        var stranger = Actor.ANONYMOUS;
        var id = UUID.randomUUID();
        assertThatThrownBy(() -> listings.put(stranger, team, Landing.PITCH)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> listings.addDate(stranger, team, landing.soon(1), ""))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> listings.removeDate(stranger, team, id)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> listings.addSeat(stranger, team, landing.seat("mod")))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> listings.removeSeat(stranger, team, id)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> directories.choose(stranger, team, "roll.example"))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> directories.leave(stranger, team, node.groupAddress()))
                .isInstanceOf(NotAllowedException.class);
    }
}
