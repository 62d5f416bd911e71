// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.fixtures.Upgrade;
import live.tributary.node.kernel.Instants;
import live.tributary.node.kernel.TeamId;

import static live.tributary.node.rings.Stretches.actor;
import static org.assertj.core.api.Assertions.assertThat;

/** What a node of an earlier version knew of rings. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RingsUpgradeTest {

    private static final TeamId TEAM = new TeamId(new UUID(0, 1));
    private static final URI RING = URI.create("https://moss.example/ap/r/1");

    private final Instant now = InstantSource.system().instant();
    private final JdbcClient db;

    RingsUpgradeTest(TestDatabase database) {
        var old = database.another("old");
        db = old.client();
        var upgrade = new Upgrade(old, List.of("accounts", "team", "directory", "rings"));
        upgrade.to("202611270102");
        invited(now.minus(Duration.ofDays(29)));
        read(now.plus(Duration.ofDays(400)));
        upgrade.toLatest();
    }

    private void invited(Instant at) {
        db.sql(
                        "INSERT INTO team.team (id, handle, name, mark, hue, created_at) VALUES (:team, 'oak', 'Oak', 'OA', 1, now())")
                .param("team", TEAM.value())
                .update();
        db.sql("INSERT INTO rings.invitation (team, ring, inviter, invited_at) VALUES (:team, :ring, :inviter, :at)")
                .param("team", TEAM.value())
                .param("ring", RING.toString())
                .param("inviter", actor("a").toString())
                .param("at", Instants.parameter(at))
                .update();
    }

    private void read(Instant updated) {
        db.sql("""
                INSERT INTO rings.ring (actor, slug, hosted, inbox, name, charter, page, stewards, lanes, signed, updated_at, read_at)
                VALUES (:ring, 'moss', false, :ring, 'Moss', '', :ring, '', '{50,30,20}', '{}', :updated, now())""")
                .param("ring", RING.toString())
                .param("updated", Instants.parameter(updated))
                .update();
    }

    @Test
    void anInvitationIsShownAsBefore() {
        var invitations = new InvitationStore(db);
        invitations.forgetBefore(now.minus(RingWorker.INVITATION));
        assertThat(invitations.of(TEAM)).extracting(RingInvitation::ring).containsExactly(RING);
        assertThat(invitations.claim(now.plus(Duration.ofDays(1)), Duration.ZERO, 1))
                .isEmpty();
    }

    @Test
    void aRingWhoseHostHadAWrongClockIsHeardAgain() {
        var ring = new RingStore(db, new MemberStore(db)).find(RING).orElseThrow();
        assertThat(ring.updatedAt()).isBetween(now.minusSeconds(1), now.plus(Duration.ofHours(1)));
    }
}
