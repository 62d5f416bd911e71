// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.domains;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.node.fixtures.Heard;
import live.tributary.node.fixtures.ModuleSlice;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestClock;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.kernel.AccountId;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.NotAllowedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ExtendWith(PostgresExtension.class)
final class DomainPoliciesTest {

    private static final DomainName BAD = new DomainName("bad.example");

    private final TestDatabase database;
    private final TestClock clock = new TestClock();
    private final ModuleSlice slice;
    private final DomainPolicies policies;
    private final Heard heard;

    DomainPoliciesTest(TestDatabase database) {
        this.database = database;
        slice = ModuleSlice.of(database, clock, DomainsAutoConfiguration.class, Heard.class);
        policies = slice.get(DomainPolicies.class);
        heard = slice.get(Heard.class);
    }

    @BeforeEach
    void forget() {
        database.empty("domains.policy", "domains.allowed");
    }

    @AfterEach
    void stop() {
        slice.close();
    }

    private static DomainPolicy policy(DomainName domain, Severity severity) {
        return new DomainPolicy(domain, severity, false, false, "", false);
    }

    @Test
    void ofAHostWithoutAPolicyNothingIsRefused() {
        assertThat(policies.standing("good.example")).isEqualTo(Standing.GOOD);
    }

    @Test
    void aPolicyCountsForTheHostsBelowItsDomain() {
        policies.put(Actor.SYSTEM, policy(BAD, Severity.SUSPEND));
        assertThat(policies.standing("bad.example").suspended()).isTrue();
        assertThat(policies.standing("a.b.BAD.example.").suspended()).isTrue();
        assertThat(policies.standing("notbad.example").suspended()).isFalse();
        assertThat(policies.standing("example").suspended()).isFalse();
    }

    @Test
    void theNearestPolicyCounts() {
        policies.put(Actor.SYSTEM, policy(BAD, Severity.SUSPEND));
        policies.put(Actor.SYSTEM, policy(new DomainName("fine.bad.example"), Severity.LIMIT));
        assertThat(policies.standing("x.fine.bad.example")).isEqualTo(new Standing(Severity.LIMIT, false, false));
    }

    @Test
    void whatIsNoNameStandsAsBadlyAsCanBe() {
        assertThat(policies.standing("[2001:db8::1]").suspended()).isTrue();
    }

    @Test
    void aPolicyThatIsTakenAwayCountsNoMore() {
        policies.put(Actor.SYSTEM, policy(BAD, Severity.SUSPEND));
        assertThat(policies.standing("bad.example").suspended()).isTrue();
        assertThat(policies.remove(Actor.SYSTEM, BAD)).isTrue();
        assertThat(policies.standing("bad.example").suspended()).isFalse();
        assertThat(policies.remove(Actor.SYSTEM, BAD)).isFalse();
    }

    @Test
    void othersHearOfASuspendedDomain() {
        policies.put(Actor.SYSTEM, policy(BAD, Severity.LIMIT));
        policies.put(Actor.SYSTEM, policy(BAD, Severity.SUSPEND));
        assertThat(heard.all(DomainSuspended.class)).singleElement().satisfies(fact -> {
            assertThat(fact.covers("a.bad.example")).isTrue();
            assertThat(fact.covers("good.example")).isFalse();
        });
    }

    @Test
    void withAnAllowListWhoIsNotOnItIsSuspended() {
        policies.allow(Actor.SYSTEM, new DomainName("friend.example"), true);
        assertThat(policies.standing("stranger.example").suspended()).isFalse();
        var closed = new DomainPolicies(
                new DomainPolicyStore(slice.get(JdbcClient.class)),
                true,
                slice.get(TransactionOperations.class),
                _ -> {},
                clock);
        assertThat(closed.standing("a.friend.example").suspended()).isFalse();
        assertThat(closed.standing("stranger.example").suspended()).isTrue();
        closed.allow(Actor.SYSTEM, new DomainName("friend.example"), false);
        assertThat(closed.standing("a.friend.example").suspended()).isTrue();
    }

    @Test
    void showsWhatAListWouldChangeBeforeItDoes() {
        policies.put(Actor.SYSTEM, policy(BAD, Severity.LIMIT));
        policies.put(Actor.SYSTEM, policy(new DomainName("same.example"), Severity.SUSPEND));
        policies.put(Actor.SYSTEM, policy(new DomainName("own.example"), Severity.SUSPEND));
        var csv = "bad.example\nsame.example\nnew.example\nex*mple\n";

        var preview = policies.preview(csv);

        assertThat(preview.changes())
                .containsExactly(
                        new PolicyChange.Changed(policy(BAD, Severity.LIMIT), policy(BAD, Severity.SUSPEND)),
                        new PolicyChange.Added(policy(new DomainName("new.example"), Severity.SUSPEND)));
        assertThat(preview.unchanged()).isEqualTo(1);
        assertThat(preview.warnings()).hasSize(1);
        assertThat(policies.standing("bad.example").suspended()).isFalse();
        assertThat(policies.bring(Actor.SYSTEM, csv)).isEqualTo(preview);
        assertThat(policies.standing("bad.example").suspended()).isTrue();
        assertThat(policies.all()).hasSize(4);
        assertThat(policies.preview(policies.export()).changes()).isEmpty();
    }

    @Test
    void onlyTheOwnerOfTheNodeDecides() {
        var somebody = new Actor.SignedIn(AccountId.next(clock.instant()), false);
        for (var actor : new Actor[] {Actor.ANONYMOUS, somebody}) {
            assertThatThrownBy(() -> policies.put(actor, policy(BAD, Severity.SUSPEND)))
                    .isInstanceOf(NotAllowedException.class);
            assertThatThrownBy(() -> policies.remove(actor, BAD)).isInstanceOf(NotAllowedException.class);
            assertThatThrownBy(() -> policies.allow(actor, BAD, true)).isInstanceOf(NotAllowedException.class);
            assertThatThrownBy(() -> policies.bring(actor, "a.example")).isInstanceOf(NotAllowedException.class);
        }
    }
}
