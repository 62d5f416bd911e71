// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What one host was told, for a test to look behind the scenes. */
final class ToldStore {

    private final JdbcClient db;
    private final String host;

    ToldStore(PublishedNode node, String host) {
        this.db = node.get(JdbcClient.class);
        this.host = host;
    }

    /** Whether something is still on its way there. */
    boolean isWaitedFor() {
        return db.sql("SELECT EXISTS (SELECT 1 FROM fediverse.delivery WHERE host = :host AND state = 'QUEUED')")
                .param("host", host)
                .query(Boolean.class)
                .single();
    }

    /** What is known to have been told there. */
    List<String> verbs() {
        return db.sql("""
                SELECT activity.verb
                  FROM fediverse.delivery JOIN fediverse.activity ON activity.id = delivery.activity
                 WHERE delivery.host = :host""").param("host", host).query(String.class).list();
    }

    /** What became of the news of one kind; empty where there is none. */
    String fate(Verb verb) {
        return db.sql("""
                SELECT delivery.state
                  FROM fediverse.delivery JOIN fediverse.activity ON activity.id = delivery.activity
                 WHERE delivery.host = :host AND activity.verb = :verb""")
                .param("host", host)
                .param("verb", verb.name())
                .query(String.class)
                .optional()
                .orElse("");
    }
}
