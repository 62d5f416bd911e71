// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.kernel.AccountId;
import live.tributary.node.kernel.DisplayName;
import live.tributary.node.kernel.Handle;
import live.tributary.node.kernel.Instants;

/** SQL of accounts. */
final class AccountStore {

    private final JdbcClient db;

    /** What is needed to check a password. */
    record Credentials(Account account, String passwordHash) {}

    AccountStore(JdbcClient db) {
        this.db = db;
    }

    Optional<Account> find(AccountId id) {
        return db.sql("SELECT id, handle, display_name, node_owner FROM accounts.account WHERE id = :id")
                .param("id", id.value())
                .query((row, _) -> account(row))
                .optional();
    }

    Optional<Account> find(Handle handle) {
        return credentials(handle).map(Credentials::account);
    }

    Optional<Credentials> credentials(Handle handle) {
        return db.sql("""
                SELECT id, handle, display_name, node_owner, password_hash
                  FROM accounts.account
                 WHERE handle = :handle""")
                .param("handle", handle.value())
                .query((row, _) -> new Credentials(account(row), row.getString("password_hash")))
                .optional();
    }

    /** False where somebody has the handle. */
    boolean add(Account account, String passwordHash, Instant now) {
        return db.sql("""
                INSERT INTO accounts.account (id, handle, display_name, node_owner, password_hash, created_at)
                VALUES (:id, :handle, :name, :nodeOwner, :passwordHash, :now)
                    ON CONFLICT (handle) DO NOTHING""")
                        .param("id", account.id().value())
                        .param("handle", account.handle().value())
                        .param("name", account.name().value())
                        .param("nodeOwner", account.nodeOwner())
                        .param("passwordHash", passwordHash)
                        .param("now", Instants.parameter(now))
                        .update()
                == 1;
    }

    static Account account(ResultSet row) throws SQLException {
        return new Account(
                new AccountId(row.getObject("id", UUID.class)),
                new Handle(row.getString("handle")),
                new DisplayName(row.getString("display_name")),
                row.getBoolean("node_owner"));
    }
}
