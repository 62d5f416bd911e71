// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.kernel.Instants;
import live.tributary.node.kernel.SecretHash;

/** SQL of sessions. */
final class SessionStore {

    private static final String SELECT = """
            SELECT session.id AS session_id, session.created_at, session.last_used_at,
                   account.id, account.handle, account.display_name, account.node_owner
              FROM accounts.session
              JOIN accounts.account ON account.id = session.account
             WHERE session.last_used_at >= :usedSince
            """;

    private final JdbcClient db;

    SessionStore(JdbcClient db) {
        this.db = db;
    }

    Optional<Session> find(SecretHash token, Instant usedSince) {
        return db.sql(SELECT + " AND session.token_hash = :token")
                .param("usedSince", Instants.parameter(usedSince))
                .param("token", token.hex())
                .query((row, _) -> session(row))
                .optional();
    }

    void add(Session session, String browser, SecretHash token) {
        db.sql("""
                INSERT INTO accounts.session (id, account, token_hash, created_at, last_used_at, browser)
                VALUES (:id, :account, :token, :createdAt, :lastUsedAt, :browser)""")
                .param("id", session.id().value())
                .param("account", session.account().id().value())
                .param("token", token.hex())
                .param("createdAt", Instants.parameter(session.createdAt()))
                .param("lastUsedAt", Instants.parameter(session.lastUsedAt()))
                .param("browser", browser)
                .update();
    }

    void touch(LoginSessionId session, Instant now) {
        db.sql("UPDATE accounts.session SET last_used_at = :now WHERE id = :id")
                .param("now", Instants.parameter(now))
                .param("id", session.value())
                .update();
    }

    void remove(SecretHash token) {
        db.sql("DELETE FROM accounts.session WHERE token_hash = :token")
                .param("token", token.hex())
                .update();
    }

    void removeUnusedSince(Instant usedSince) {
        db.sql("DELETE FROM accounts.session WHERE last_used_at < :usedSince")
                .param("usedSince", Instants.parameter(usedSince))
                .update();
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                new LoginSessionId(row.getObject("session_id", UUID.class)),
                AccountStore.account(row),
                Instants.read(row, "created_at"),
                Instants.read(row, "last_used_at"));
    }
}
