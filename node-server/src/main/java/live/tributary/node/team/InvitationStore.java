// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.team;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.kernel.Instants;
import live.tributary.node.kernel.InvitationId;
import live.tributary.node.kernel.SecretHash;
import live.tributary.node.kernel.TeamId;

/** SQL of invitations. One that was used or revoked is closed. */
final class InvitationStore {

    private static final String SELECT_OPEN = """
            SELECT id, team, issued_at, expires_at
              FROM team.invitation
             WHERE closed_at IS NULL AND expires_at > :now
            """;

    private final JdbcClient db;

    InvitationStore(JdbcClient db) {
        this.db = db;
    }

    void add(Invitation invitation, SecretHash token) {
        db.sql("""
                INSERT INTO team.invitation (id, team, token_hash, issued_at, expires_at)
                VALUES (:id, :team, :token, :issuedAt, :expiresAt)""")
                .param("id", invitation.id().value())
                .param("team", invitation.team().value())
                .param("token", token.hex())
                .param("issuedAt", Instants.parameter(invitation.issuedAt()))
                .param("expiresAt", Instants.parameter(invitation.expiresAt()))
                .update();
    }

    Optional<Invitation> find(InvitationId id, Instant now) {
        return db.sql(SELECT_OPEN + " AND id = :id")
                .param("now", Instants.parameter(now))
                .param("id", id.value())
                .query((row, _) -> invitation(row))
                .optional();
    }

    Optional<Invitation> find(SecretHash token, Instant now) {
        return open(SELECT_OPEN + " AND token_hash = :token", token, now);
    }

    /** As {@link #find}, and nobody else can take it until the transaction ends. */
    Optional<Invitation> lock(SecretHash token, Instant now) {
        return open(SELECT_OPEN + " AND token_hash = :token FOR UPDATE", token, now);
    }

    List<Invitation> openOf(TeamId team, Instant now) {
        return db.sql(SELECT_OPEN + " AND team = :team ORDER BY issued_at DESC")
                .param("now", Instants.parameter(now))
                .param("team", team.value())
                .query((row, _) -> invitation(row))
                .list();
    }

    boolean close(InvitationId id, Instant now) {
        return db.sql("UPDATE team.invitation SET closed_at = :now WHERE id = :id AND closed_at IS NULL")
                        .param("now", Instants.parameter(now))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    private Optional<Invitation> open(String select, SecretHash token, Instant now) {
        return db.sql(select)
                .param("now", Instants.parameter(now))
                .param("token", token.hex())
                .query((row, _) -> invitation(row))
                .optional();
    }

    private static Invitation invitation(ResultSet row) throws SQLException {
        return new Invitation(
                new InvitationId(row.getObject("id", UUID.class)),
                new TeamId(row.getObject("team", UUID.class)),
                Instants.read(row, "issued_at"),
                Instants.read(row, "expires_at"));
    }
}
