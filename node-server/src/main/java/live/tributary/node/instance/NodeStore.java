// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.instance;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.kernel.AccountId;
import live.tributary.node.kernel.Instants;

/** SQL of the one row that is this node. */
final class NodeStore {

    private final JdbcClient db;

    NodeStore(JdbcClient db) {
        this.db = db;
    }

    Optional<AccountId> owner() {
        return db.sql("SELECT owner FROM instance.node WHERE owner IS NOT NULL")
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    /** False where the node has an owner: the row's lock lets only one of two claims see it free. */
    boolean claim(AccountId owner, Instant now) {
        return db.sql("UPDATE instance.node SET owner = :owner, claimed_at = :now WHERE owner IS NULL")
                        .param("owner", owner.value())
                        .param("now", Instants.parameter(now))
                        .update()
                == 1;
    }
}
