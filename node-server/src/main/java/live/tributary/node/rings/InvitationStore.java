// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.kernel.Instants;
import live.tributary.node.kernel.TeamId;

/** SQL of who wants teams of this node in a ring. */
final class InvitationStore {

    private final JdbcClient db;

    InvitationStore(JdbcClient db) {
        this.db = db;
    }

    /** Those that are proven, one for each ring, the latest first. */
    List<RingInvitation> of(TeamId team) {
        return db.sql("""
                SELECT team, ring, inviter, invited_at
                  FROM (SELECT DISTINCT ON (ring) team, ring, inviter, invited_at FROM rings.invitation
                         WHERE team = :team AND proven ORDER BY ring, invited_at DESC, inviter) AS latest
                 ORDER BY invited_at DESC, ring""")
                .param("team", team.value())
                .query((row, _) -> invitation(row))
                .list();
    }

    /** All that are kept for the team, also those of which nobody knows yet whether they are true. */
    List<RingInvitation> heard(TeamId team) {
        return db.sql(
                        "SELECT team, ring, inviter, invited_at FROM rings.invitation WHERE team = :team ORDER BY invited_at")
                .param("team", team.value())
                .query((row, _) -> invitation(row))
                .list();
    }

    /** It is known to be true. */
    void put(RingInvitation invitation) {
        put(invitation, true);
    }

    /** Somebody says so: the ring is read first. What is proven stays so. */
    void hear(RingInvitation invitation) {
        put(invitation, false);
    }

    private void put(RingInvitation invitation, boolean proven) {
        about(invitation, """
                INSERT INTO rings.invitation AS known (team, ring, inviter, invited_at, proven, next_look_at)
                VALUES (:team, :ring, :inviter, :at, :proven, CASE WHEN NOT :proven THEN CAST(:at AS timestamptz) END)
                    ON CONFLICT (team, ring, inviter) DO UPDATE
                   SET invited_at = excluded.invited_at, proven = excluded.proven, next_look_at = excluded.next_look_at,
                       in_vain_since = NULL
                 WHERE excluded.proven OR NOT known.proven""")
                .param("at", Instants.parameter(invitation.at()))
                .param("proven", proven)
                .update();
    }

    /** Whose rings are read now. */
    List<RingInvitation> claim(Instant now, Duration lease, int most) {
        return db.sql("""
                UPDATE rings.invitation SET next_look_at = :leased
                 WHERE (team, ring, inviter) IN (SELECT team, ring, inviter FROM rings.invitation WHERE next_look_at <= :now
                                                  ORDER BY next_look_at LIMIT :most FOR UPDATE SKIP LOCKED)
                RETURNING team, ring, inviter, invited_at""")
                .param("leased", Instants.parameter(now.plus(lease)))
                .param("now", Instants.parameter(now))
                .param("most", most)
                .query((row, _) -> invitation(row))
                .list();
    }

    /** The ring says so, too. What was declined or accepted meanwhile does not come back. */
    void prove(RingInvitation invitation) {
        about(invitation, """
                UPDATE rings.invitation SET proven = true, next_look_at = NULL
                 WHERE team = :team AND ring = :ring AND inviter = :inviter""").update();
    }

    /** The ring was read in vain, and is read again then. */
    void lookAgain(RingInvitation invitation, Instant now, Instant then) {
        about(invitation, """
                UPDATE rings.invitation SET next_look_at = :then, in_vain_since = COALESCE(in_vain_since, :now)
                 WHERE team = :team AND ring = :ring AND inviter = :inviter AND NOT proven""")
                .param("then", Instants.parameter(then))
                .param("now", Instants.parameter(now))
                .update();
    }

    /** Whether nothing was found out since that moment, or longer, though the ring was read. */
    boolean isInVainSince(RingInvitation invitation, Instant moment) {
        return about(invitation, """
                SELECT EXISTS (SELECT 1 FROM rings.invitation
                                WHERE team = :team AND ring = :ring AND inviter = :inviter
                                  AND NOT proven AND in_vain_since <= :moment)""")
                .param("moment", Instants.parameter(moment))
                .query(Boolean.class)
                .single();
    }

    void remove(RingInvitation invitation) {
        about(invitation, "DELETE FROM rings.invitation WHERE team = :team AND ring = :ring AND inviter = :inviter")
                .update();
    }

    /** By whomever; false where there is none. */
    boolean remove(TeamId team, URI ring) {
        return db.sql("DELETE FROM rings.invitation WHERE team = :team AND ring = :ring")
                        .param("team", team.value())
                        .param("ring", ring.toString())
                        .update()
                > 0;
    }

    void forgetBefore(Instant moment) {
        db.sql("DELETE FROM rings.invitation WHERE invited_at < :moment")
                .param("moment", Instants.parameter(moment))
                .update();
    }

    private JdbcClient.StatementSpec about(RingInvitation invitation, String sql) {
        return db.sql(sql)
                .param("team", invitation.team().value())
                .param("ring", invitation.ring().toString())
                .param("inviter", invitation.inviter().toString());
    }

    private static RingInvitation invitation(ResultSet row) throws SQLException {
        return new RingInvitation(
                new TeamId(row.getObject("team", UUID.class)),
                URI.create(row.getString("ring")),
                URI.create(row.getString("inviter")),
                Instants.read(row, "invited_at"));
    }
}
