// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ladder;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.media.VideoCodec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

final class AdmissionTest {

    private static final SourcePicture HD = new SourcePicture(VideoCodec.AVC, 1280, 720, 30, 2_500_000);

    /** 720p30 to 480p and 360p takes 0.344 cores, to 360p alone 0.159. */
    private static final EncodingCost COST = EncodingCost.ASSUMED;

    private static final List<Rung> LADDER = new LadderPolicy(8).rungsFor(HD);
    private static final Rung H480 = LADDER.getFirst();
    private static final Rung H360 = LADDER.getLast();

    private final List<String> news = new ArrayList<>();

    @Test
    void givesALargeMachineTheWholeLadder() {
        assertThat(ask(new Admission(8, COST), "a").now().rungs()).containsExactly(H480, H360);
        assertThat(news).as("what is answered is no news").isEmpty();
    }

    @Test
    void givesEveryBroadcastOneRungBeforeAnyGetsTwo() {
        var admission = new Admission(0.7, COST); // a budget of 0.42 cores
        var first = ask(admission, "first");
        assertThat(first.now().rungs()).containsExactly(H480, H360);

        var second = ask(admission, "second");

        assertThat(second.now().rungs()).containsExactly(H360);
        assertThat(first.now().rungs()).containsExactly(H360);
        assertThat(news).containsExactly("first [h360]");
    }

    @Test
    void listsNothingThatDoesNotFit() {
        var admission = new Admission(0.7, COST);
        ask(admission, "first");
        ask(admission, "second");

        assertThat(ask(admission, "third").now().rungs()).isEmpty();
        assertThat(admission.grantedCores()).isLessThanOrEqualTo(admission.budgetCores());
    }

    @Test
    void givesBackWhatEnds() {
        var admission = new Admission(0.7, COST);
        var first = ask(admission, "first");
        var second = ask(admission, "second");
        var third = ask(admission, "third");
        news.clear();

        first.close();
        assertThat(third.now().rungs()).containsExactly(H360);
        second.close();
        assertThat(third.now().rungs()).containsExactly(H480, H360);
        third.close();
        assertThat(admission.grantedCores()).isZero();
        assertThat(news).containsExactly("third [h360]", "third [h480, h360]");
    }

    @Test
    void givesFurtherRungsWhereMostPeopleWatch() {
        var admission = new Admission(1.12, COST); // 0.672: three smallest rungs and one more
        var first = ask(admission, "first");
        var second = ask(admission, "second");
        var third = ask(admission, "third");
        third.watching(100);
        assertThat(first.now().rungs()).containsExactly(H480, H360);

        first.close();

        assertThat(second.now().rungs()).containsExactly(H360);
        assertThat(third.now().rungs()).containsExactly(H480, H360);
    }

    @Test
    void takesFurtherRungsFromWhereFewestPeopleWatch() {
        var admission = new Admission(1.2, COST); // 0.72: two whole ladders
        var first = ask(admission, "first");
        var second = ask(admission, "second");
        first.watching(10);

        var third = ask(admission, "third");

        assertThat(first.now().rungs()).containsExactly(H480, H360);
        assertThat(second.now().rungs()).containsExactly(H360);
        assertThat(third.now().rungs()).containsExactly(H360);
    }

    @Test
    void neverGivesADroppedRungAgain() {
        var admission = new Admission(8, COST);
        var share = ask(admission, "a");

        share.drop(Set.of(H480.name()));

        assertThat(share.now().rungs()).containsExactly(H360);
        share.drop(Set.of(H360.name()));
        assertThat(share.now().rungs()).isEmpty();
        assertThat(news).containsExactly("a [h360]", "a []");
    }

    @Test
    void givesSoundThatEverybodyCanHearBeforeFurtherPictures() {
        var admission = new Admission(0.6, COST); // a budget of 0.36 cores: both rungs and no more
        var quiet = ask(admission, "quiet");
        assertThat(quiet.now().rungs()).containsExactly(H480, H360);

        var heard = admission.ask(HD, new Grant(List.of(), true), granted -> {});

        assertThat(heard.now().sound()).isTrue();
        assertThat(quiet.now().rungs()).containsExactly(H360);
        assertThat(admission.grantedCores()).isLessThanOrEqualTo(admission.budgetCores());
    }

    @Test
    void takesSoundBackForGoodWhenItIsGivenUp() {
        var admission = new Admission(8, COST);
        var share = admission.ask(HD, new Grant(LADDER, true), granted -> news.add("sound " + granted.sound()));
        double all = admission.grantedCores();

        share.drop(Set.of(RenditionName.AAC));

        assertThat(share.now().sound()).isFalse();
        assertThat(share.now().rungs()).containsExactly(H480, H360);
        assertThat(admission.grantedCores()).isLessThan(all);
        assertThat(news).containsExactly("sound false");
    }

    @Test
    void learnsWhatEncodingReallyCosts() {
        var admission = new Admission(8, COST);
        var share = ask(admission, "a");
        double thought = admission.grantedCores();

        for (int i = 0; i < 50; i++) {
            share.measured(Set.of(H480.name(), H360.name(), new RenditionName("aac")), thought * 2);
        }

        assertThat(admission.grantedCores()).isCloseTo(thought * 2, within(0.01));
        admission.calibrate(COST);
        assertThat(admission.grantedCores()).isCloseTo(thought, within(0.01));
    }

    @Test
    void believesNoMeasurementBeyondFourTimes() {
        var admission = new Admission(8, COST);
        var share = ask(admission, "a");
        double thought = admission.grantedCores();

        for (int i = 0; i < 50; i++) {
            share.measured(Set.of(H480.name(), H360.name()), 1_000);
        }

        assertThat(admission.grantedCores()).isCloseTo(thought * 4, within(0.01));
    }

    @Test
    void costsWhatTheDesignMeasured() {
        assertThat(COST.cores(HD, LADDER)).isBetween(0.25, 0.40);
        assertThat(COST.cores(HD, List.of(H360))).isBetween(0.13, 0.22);
        assertThat(COST.cores(HD, List.of())).isZero();
    }

    /** Whatever happens in whatever order: the budget holds, and nobody has two while another could have one. */
    @Test
    void keepsItsPromisesInAnyOrder() {
        var random = new Random(7);
        for (int round = 0; round < 200; round++) {
            var admission = new Admission(0.3 + random.nextDouble() * 4, COST);
            var shares = new ArrayList<LadderShare>();
            for (int step = 0; step < 30; step++) {
                if (shares.isEmpty() || random.nextInt(3) > 0) {
                    shares.add(ask(admission, "any"));
                } else {
                    shares.remove(random.nextInt(shares.size())).close();
                }
                shares.forEach(share -> share.watching(random.nextInt(50)));
                assertThat(admission.grantedCores()).isLessThanOrEqualTo(admission.budgetCores() + 1e-9);
                if (shares.stream().anyMatch(share -> share.now().rungs().isEmpty())) {
                    assertThat(shares).noneMatch(share -> share.now().rungs().size() > 1);
                }
            }
        }
    }

    private LadderShare ask(Admission admission, String name) {
        return admission.ask(
                HD,
                new Grant(LADDER, false),
                granted -> news.add(
                        name + " " + granted.rungs().stream().map(Rung::name).toList()));
    }
}
