// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.instance;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import live.tributary.node.fixtures.ModuleSlice;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestClock;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.kernel.AccountId;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.NotAllowedException;
import live.tributary.node.kernel.Secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ExtendWith(PostgresExtension.class)
final class NodeTest {

    private final TestClock clock = new TestClock();
    private final TestDatabase database;
    private final ModuleSlice slice;
    private final Node node;
    private final AccountId somebody = AccountId.next(Instant.EPOCH);

    NodeTest(TestDatabase database) {
        this.database = database;
        this.slice = ModuleSlice.of(database, clock, InstanceAutoConfiguration.class);
        this.node = slice.get(Node.class);
    }

    @BeforeEach
    void unclaim() {
        database.client()
                .sql("UPDATE instance.node SET owner = NULL, claimed_at = NULL")
                .update();
    }

    @AfterEach
    void close() {
        slice.close();
    }

    @Test
    void belongsToNobodyAtFirst() {
        assertThat(node.claimed()).isFalse();
        assertThat(node.owner()).isEmpty();
    }

    @Test
    void belongsToWhoeverFollowsTheLinkFirst() {
        var link = issue();
        assertThat(link.address())
                .hasToString("http://localhost:8080/claim/" + link.token().value());
        assertThat(node.accepts(link.token())).isTrue();
        assertThat(node.claim(Actor.ANONYMOUS, link.token(), somebody)).isTrue();
        assertThat(node.claimed()).isTrue();
        assertThat(node.owner()).contains(somebody);
    }

    @Test
    void cannotBeClaimedTwice() {
        var token = issue().token();
        node.claim(Actor.ANONYMOUS, token, somebody);
        assertThat(node.accepts(token)).isFalse();
        assertThat(node.claim(Actor.ANONYMOUS, token, AccountId.next(clock.instant())))
                .isFalse();
        assertThat(node.issueClaimLink(Actor.SYSTEM)).isEmpty();
        assertThat(node.owner()).contains(somebody);
    }

    @Test
    void takesNoOtherToken() {
        issue();
        assertThat(node.accepts(Secret.random())).isFalse();
        assertThat(node.claim(Actor.ANONYMOUS, Secret.random(), somebody)).isFalse();
        assertThat(node.claimed()).isFalse();
    }

    @Test
    void forgetsALinkWhenItIssuesTheNext() {
        var first = issue();
        var second = issue();
        assertThat(node.accepts(first.token())).isFalse();
        assertThat(node.accepts(second.token())).isTrue();
    }

    @Test
    void forgetsALinkAfterAnHour() {
        var token = issue().token();
        clock.advance(Duration.ofMinutes(60).minusMillis(1));
        assertThat(node.accepts(token)).isTrue();
        clock.advance(Duration.ofMillis(1));
        assertThat(node.accepts(token)).isFalse();
        assertThat(node.claim(Actor.ANONYMOUS, token, somebody)).isFalse();
    }

    @Test
    void issuesLinksOnlyToItself() {
        assertThatThrownBy(() -> node.issueClaimLink(Actor.ANONYMOUS)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> node.issueClaimLink(new Actor.SignedIn(somebody, true)))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void hidesTheLinkFromLogs() {
        var link = issue();
        assertThat(link.toString()).doesNotContain(link.token().value());
    }

    private ClaimLink issue() {
        return node.issueClaimLink(Actor.SYSTEM).orElseThrow();
    }
}
