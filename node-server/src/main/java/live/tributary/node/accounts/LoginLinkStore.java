// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.accounts;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.kernel.AccountId;
import live.tributary.node.kernel.Instants;
import live.tributary.node.kernel.SecretHash;

/** SQL of login links. */
final class LoginLinkStore {

    private final JdbcClient db;

    LoginLinkStore(JdbcClient db) {
        this.db = db;
    }

    void add(SecretHash token, AccountId account, Instant expiresAt) {
        db.sql("""
                INSERT INTO accounts.login_link (token_hash, account, expires_at)
                VALUES (:token, :account, :expiresAt)""")
                .param("token", token.hex())
                .param("account", account.value())
                .param("expiresAt", Instants.parameter(expiresAt))
                .update();
    }

    Optional<AccountId> find(SecretHash token, Instant now) {
        return db.sql("SELECT account FROM accounts.login_link WHERE token_hash = :token AND expires_at > :now")
                .param("token", token.hex())
                .param("now", Instants.parameter(now))
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    /** The link is gone afterwards: of two uses at once only one deletes the row. */
    Optional<AccountId> take(SecretHash token, Instant now) {
        return db.sql("""
                DELETE FROM accounts.login_link
                 WHERE token_hash = :token AND expires_at > :now
                RETURNING account""")
                .param("token", token.hex())
                .param("now", Instants.parameter(now))
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    void removeExpired(Instant now) {
        db.sql("DELETE FROM accounts.login_link WHERE expires_at <= :now")
                .param("now", Instants.parameter(now))
                .update();
    }
}
