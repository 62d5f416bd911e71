// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.removals;

import java.net.URI;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

import live.tributary.node.fixtures.ModuleSlice;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestClock;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.NotAllowedException;
import live.tributary.node.kernel.Secret;
import live.tributary.node.removals.Removals.Outcome;
import live.tributary.node.removals.Removals.Removed;
import live.tributary.node.removals.Rulebook.Written;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Rules in their versions, and what is kept of a removal. Each test is undone: others go by the rules of the first version. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RemovalsTest {

    private static final Subject OTTER =
            new Subject(URI.create("https://otter.example/ap/g/1"), "otter.example", "The otters", false, "{}");
    private static final String REASONS = "On 3 May a loop of one minute was on air.";

    private final TestClock clock = new TestClock();
    private final ModuleSlice slice;
    private final Rulebook rules;
    private final Removals removals;

    RemovalsTest(TestDatabase database) {
        slice = ModuleSlice.of(database, clock);
        var db = slice.get(JdbcClient.class);
        var transactions = slice.get(TransactionOperations.class);
        rules = new Rulebook(new RuleStore(db), transactions, clock);
        removals = new Removals(new RemovalStore(db), rules, transactions, _ -> {}, clock);
    }

    @AfterAll
    void stop() {
        slice.close();
    }

    private void undone(Runnable test) {
        new TransactionTemplate(slice.get(PlatformTransactionManager.class)).executeWithoutResult(transaction -> {
            test.run();
            transaction.setRollbackOnly();
        });
    }

    @Test
    void rulesThatAreWrittenAnewLeaveTheFormerOnesAsTheyWere() {
        undone(() -> {
            var first = rules.newest();
            assertThat(first.rules()).hasSizeGreaterThan(5);
            assertThat(rules.write(Actor.SYSTEM, "Be kind.\r\n\r\n Be live. \r\n"))
                    .isEqualTo(Written.DONE);
            assertThat(rules.newest().rules()).containsExactly("Be kind.", "Be live.");
            assertThat(rules.newest().version()).isEqualTo(first.version() + 1);
            assertThat(rules.version(first.version())).contains(first);
            assertThat(rules.write(Actor.SYSTEM, "Be kind.\nBe live.")).isEqualTo(Written.SAME);
        });
    }

    @Test
    void rulesAreFewAndReadable() {
        var many = IntStream.rangeClosed(0, ListingRules.MOST)
                .mapToObj(number -> "Rule " + number)
                .collect(Collectors.joining("\n"));
        assertThat(rules.write(Actor.SYSTEM, " \n")).isEqualTo(Written.NONE);
        assertThat(rules.write(Actor.SYSTEM, many)).isEqualTo(Written.TOO_MANY);
        assertThat(rules.write(Actor.SYSTEM, "x".repeat(ListingRules.LONGEST + 1)))
                .isEqualTo(Written.UNREADABLE);
        assertThat(rules.write(Actor.SYSTEM, "Turned \u202Eround.")).isEqualTo(Written.UNREADABLE);
        assertThatThrownBy(() -> rules.write(Actor.ANONYMOUS, "Mine.")).isInstanceOf(NotAllowedException.class);
    }

    @Test
    void aRemovalKeepsTheWordsOfItsRuleAndAllThatWasSaid() {
        undone(() -> {
            var removal = remove();
            var link = removals.link(Actor.SYSTEM, removal, "");
            rules.write(Actor.SYSTEM, "Be kind.");
            assertThat(removals.appeal(Actor.ANONYMOUS, link, "x".repeat(Removals.LONGEST_APPEAL + 1)))
                    .isEqualTo(Outcome.NO_WORDS);
            assertThat(removals.appeal(Actor.ANONYMOUS, link, "It was\r\nlive."))
                    .isEqualTo(Outcome.DONE);
            assertThat(removals.appeals(Actor.SYSTEM)).isEqualTo(1);
            assertThat(removals.uphold(Actor.SYSTEM, removal.id(), "No.")).isEqualTo(Outcome.NO_WORDS);
            assertThat(removals.uphold(Actor.SYSTEM, removal.id(), "The loop is in my recording."))
                    .isEqualTo(Outcome.DONE);
            assertThat(removals.uphold(Actor.SYSTEM, removal.id(), "The loop is in my recording."))
                    .isEqualTo(Outcome.NOT_NOW);
            var kept = removals.find(link).orElseThrow();
            assertThat(kept.ruleWords()).startsWith("Live:");
            assertThat(kept.steps()).extracting(Step::words).contains(REASONS, "It was\nlive.");
            assertThat(removals.appeals(Actor.SYSTEM)).isZero();
            assertThat(removals.barring(OTTER.id())).contains(kept);
        });
    }

    @Test
    void eachOfAllHasItsOwnStepsAndThoseComeFirstOfWhichSomebodyWaits() {
        undone(() -> {
            var appealed = remove();
            removals.appeal(Actor.ANONYMOUS, link(appealed), "It was live.");
            var upheld = remove();
            removals.appeal(Actor.ANONYMOUS, link(upheld), "So was that.");
            removals.uphold(Actor.SYSTEM, upheld.id(), "The loop is in my recording.");
            var newest = remove();
            var all = removals.all(Actor.SYSTEM);
            assertThat(all).extracting(Removal::id).containsExactly(appealed.id(), newest.id(), upheld.id());
            assertThat(all.getFirst().steps()).extracting(Step::words).containsExactly(REASONS, "It was live.");
            assertThat(all.getLast().steps())
                    .extracting(Step::kind)
                    .containsExactly(Step.Kind.REMOVED, Step.Kind.APPEALED, Step.Kind.UPHELD);
        });
    }

    @Test
    void nobodyIsBarredWhoseTimeIsOverOrWhoCameBackAndNobodyObjectsTwiceOrTooLate() {
        undone(() -> {
            var grounds = new Grounds(6, Term.WEEK, REASONS, false);
            var week = ((Removed.Done) removals.remove(Actor.SYSTEM, OTTER, grounds)).removal();
            assertThat(removals.barring(OTTER.id())).isPresent();
            clock.advance(Duration.ofDays(8));
            assertThat(removals.barring(OTTER.id())).isEmpty();
            var link = link(week);
            assertThat(removals.appeal(Actor.ANONYMOUS, link, "It was live.")).isEqualTo(Outcome.DONE);
            assertThat(removals.appeal(Actor.ANONYMOUS, link, "It was live.")).isEqualTo(Outcome.NOT_NOW);
            var open = remove();
            assertThat(removals.putBack(Actor.SYSTEM, open.id(), "I have seen the recording."))
                    .isEqualTo(Outcome.DONE);
            assertThat(removals.barring(OTTER.id())).isEmpty();
            var late = remove();
            clock.advance(Duration.ofDays(190));
            assertThat(removals.appeal(Actor.ANONYMOUS, link(late), "It was live."))
                    .isEqualTo(Outcome.NOT_NOW);
        });
    }

    @Test
    void onlySoManyLinksOpenOneStatement() {
        undone(() -> {
            var removal = remove();
            var links = Stream.generate(() -> link(removal))
                    .limit(Removals.MOST_LINKS + 1L)
                    .toList();
            assertThat(links.stream().filter(link -> removals.find(link).isPresent()))
                    .containsExactlyElementsOf(links.subList(1, links.size()));
            assertThat(removals.find(Secret.random())).isEmpty();
        });
    }

    @Test
    void onlyTheOwnerRemovesAndAnswers() {
        var grounds = new Grounds(6, Term.OPEN, REASONS, false);
        assertThatThrownBy(() -> removals.remove(Actor.ANONYMOUS, OTTER, grounds))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> removals.all(Actor.ANONYMOUS)).isInstanceOf(NotAllowedException.class);

        assertThat(removals.remove(
                        Actor.SYSTEM, OTTER, new Grounds(6, Term.OPEN, "x".repeat(Grounds.LONGEST_REASONS + 1), false)))
                .isEqualTo(new Removed.NoReasons());
    }

    private Secret link(Removal removal) {
        clock.advance(Duration.ofSeconds(1));
        return removals.link(Actor.SYSTEM, removal, "");
    }

    private Removal remove() {
        var removed = removals.remove(Actor.SYSTEM, OTTER, new Grounds(6, Term.OPEN, REASONS, false));
        return ((Removed.Done) removed).removal();
    }
}
