// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.kernel.Instants;

/** SQL of what those who are known from elsewhere are called. */
final class NameStore {

    private final JdbcClient db;

    NameStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Somebody whose handle is looked up just now.
     *
     * @param handle as they claim it, without a host
     * @param domain whose their server probably is
     * @param tries how often that was tried in a row, this time among them
     */
    record Claimed(URI id, String handle, String domain, int tries) {}

    Optional<Somebody> find(URI id) {
        return db.sql("""
                SELECT id, host, confirmed_name, name, url
                  FROM inbox.known_actor WHERE id = :id AND gone_at IS NULL""")
                .param("id", id.toString())
                .query((row, _) -> somebody(row))
                .optional();
    }

    /** All who have this name: Lemmy has a person and a community of one name. */
    List<URI> named(String name) {
        return db.sql("""
                SELECT id FROM inbox.known_actor
                 WHERE confirmed_name <> '' AND lower(confirmed_name) = lower(:name) AND gone_at IS NULL""")
                .param("name", name)
                .query((row, _) -> URI.create(row.getString("id")))
                .list();
    }

    /**
     * Whose handles are looked up now: of each domain those that have waited longest, and of the domains some by lot. By age, a
     * few domains with many who wait would always be before one with a newcomer.
     *
     * @param lease after which they are due again, if nothing was done about it
     * @param busy domains that are left alone
     */
    List<Claimed> claim(Instant now, Duration lease, Collection<String> busy, int perDomain, int most) {
        return db.sql("""
                -- Drawn once, whatever the plan.
                WITH drawn AS MATERIALIZED (
                    SELECT id
                      FROM (SELECT id, row_number() OVER (PARTITION BY domain ORDER BY name_check_at) AS place
                              FROM inbox.known_actor
                             WHERE name_check_at <= :now AND domain <> ALL (string_to_array(:busy, ' '))) due
                     WHERE place <= :perDomain ORDER BY place, random() LIMIT :most)
                UPDATE inbox.known_actor SET name_check_at = :leased, name_tries = name_tries + 1
                 WHERE id IN (SELECT id FROM drawn)
                RETURNING id, handle, domain, name_tries""")
                .param("leased", Instants.parameter(now.plus(lease)))
                .param("now", Instants.parameter(now))
                .param("busy", String.join(" ", busy))
                .param("perDomain", perDomain)
                .param("most", most)
                .query((row, _) -> new Claimed(
                        URI.create(row.getString("id")),
                        row.getString("handle"),
                        row.getString("domain"),
                        row.getInt("name_tries")))
                .list();
    }

    /**
     * It was looked up; unless they have claimed another handle since then.
     *
     * @param name the whole one; empty where the handle is not theirs
     */
    void checked(Claimed claimed, String name, Instant now) {
        db.sql("""
                UPDATE inbox.known_actor
                   SET confirmed_name = :name, name_checked_at = :now, name_check_at = NULL, name_tries = 0
                 WHERE id = :id AND handle = :handle AND gone_at IS NULL""")
                .param("name", name)
                .param("now", Instants.parameter(now))
                .param("id", claimed.id().toString())
                .param("handle", claimed.handle())
                .update();
    }

    /** Nobody answered: what was known counts on. Without a moment it is not tried again until something is heard of them. */
    void unanswered(Claimed claimed, @Nullable Instant again, Instant now) {
        db.sql("""
                UPDATE inbox.known_actor
                   SET name_check_at = CAST(:again AS timestamptz), name_checked_at = :now,
                       name_tries = CASE WHEN CAST(:again AS timestamptz) IS NULL THEN 0 ELSE name_tries END
                 WHERE id = :id AND handle = :handle""")
                .param("again", again == null ? null : Instants.parameter(again))
                .param("now", Instants.parameter(now))
                .param("id", claimed.id().toString())
                .param("handle", claimed.handle())
                .update();
    }

    private static Somebody somebody(ResultSet row) throws SQLException {
        return new Somebody(
                URI.create(row.getString("id")),
                row.getString("host"),
                row.getString("confirmed_name"),
                row.getString("name"),
                URI.create(row.getString("url")));
    }
}
