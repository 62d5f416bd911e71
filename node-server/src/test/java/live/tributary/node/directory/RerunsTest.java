// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestClock;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.NotAllowedException;
import live.tributary.node.probes.Sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Who shows the same again, as the owner of a directory hears of it. */
@ExtendWith(PostgresExtension.class)
final class RerunsTest {

    private static final URI OWL = URI.create("https://owl.example/ap/groups/owl");
    private static final URI EEL = URI.create("https://eel.example/ap/groups/eel");
    private static final Sample PICTURE = new Sample.Taken("0a".repeat(32));
    private static final Sample OTHER_PICTURE = new Sample.Taken("0b".repeat(32));

    private final TestClock clock = new TestClock();
    private final Instant begin = clock.instant();
    private final GroupStore groups;
    private final RerunStore store;

    RerunsTest(TestDatabase database) {
        database.empty("directory.listing");
        groups = new GroupStore(database.client());
        store = new RerunStore(database.client());
        groups.noticed(OWL, "owl.example", begin);
        groups.noticed(EEL, "eel.example", begin);
    }

    private Reruns seeing(Sample sample) {
        return new Reruns(_ -> sample, store, TransactionOperations.withoutTransaction(), clock);
    }

    private void shows(URI team, Sample sample) {
        seeing(sample).look(team, team.resolve("/low.m3u8"));
    }

    private Map<URI, Suspicion> suspected() {
        return seeing(PICTURE).suspected(Actor.SYSTEM);
    }

    @Test
    void whoShowsTheSameWithinADayIsSuspected() {
        shows(OWL, PICTURE);
        shows(EEL, OTHER_PICTURE);
        clock.advance(Duration.ofHours(3));
        shows(OWL, OTHER_PICTURE);
        shows(EEL, new Sample.Nothing("nothing"));
        assertThat(suspected()).isEmpty();
        clock.advance(Duration.ofHours(21));
        shows(OWL, PICTURE);
        assertThat(suspected()).containsExactly(Map.entry(OWL, new Suspicion(begin, begin.plus(Duration.ofHours(24)))));
    }

    @Test
    void nobodyIsWhoShowsItADayLaterOrASecondTimeFromOneSegment() {
        shows(OWL, PICTURE);
        clock.advance(Reruns.APART.minusSeconds(1));
        shows(OWL, PICTURE);
        assertThat(suspected()).isEmpty();
        clock.advance(Reruns.REMEMBERED);
        shows(OWL, PICTURE);
        assertThat(suspected()).isEmpty();
        clock.advance(Reruns.APART);
        shows(OWL, PICTURE);
        assertThat(suspected()).containsOnlyKeys(OWL);
    }

    @Test
    void afterSomebodyHadALookNothingIsSaidForAWeek() {
        showsTwice(OWL);
        assertThat(seeing(PICTURE).looked(Actor.SYSTEM, EEL)).isFalse();
        assertThat(seeing(PICTURE).looked(Actor.SYSTEM, OWL)).isTrue();
        assertThat(seeing(PICTURE).looked(Actor.SYSTEM, OWL)).isFalse();
        showsTwice(OWL);
        assertThat(suspected()).isEmpty();
        clock.advance(Reruns.QUIET);
        showsTwice(OWL);
        assertThat(suspected()).containsOnlyKeys(OWL);
    }

    @Test
    void whoHasLeftIsForgottenAndNotRemembered() {
        showsTwice(OWL);
        groups.remove(OWL);
        assertThat(suspected()).isEmpty();
        showsTwice(OWL);
        assertThat(suspected()).isEmpty();
    }

    @Test
    void onlyTheOwnerSeesAndSettlesIt() {
        assertThatThrownBy(() -> seeing(PICTURE).suspected(Actor.ANONYMOUS)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> seeing(PICTURE).looked(Actor.ANONYMOUS, OWL)).isInstanceOf(NotAllowedException.class);
    }

    private void showsTwice(URI team) {
        shows(team, PICTURE);
        clock.advance(Reruns.APART);
        shows(team, PICTURE);
    }
}
