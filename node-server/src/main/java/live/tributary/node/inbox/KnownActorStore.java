// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.kernel.Instants;

/** SQL of who is known from elsewhere. */
final class KnownActorStore {

    /** A handle that was looked up counts for so long without asking again. */
    static final Duration NAME_FRESH = Duration.ofDays(7);

    private final JdbcClient db;

    KnownActorStore(JdbcClient db) {
        this.db = db;
    }

    /** Makes everything about this actor wait until the transaction ends. */
    void lock(URI actor) {
        db.sql("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(:actor, 0))) AS locked")
                .param("actor", actor.toString())
                .query(Integer.class)
                .single();
    }

    Optional<KnownActor> find(URI id) {
        return db.sql("""
                SELECT id, host, type, handle, name, url, inbox, shared_inbox, fetched_at
                  FROM inbox.known_actor WHERE id = :id AND gone_at IS NULL""")
                .param("id", id.toString())
                .query((row, _) -> actor(row))
                .optional();
    }

    /** All whose own address, or whose page on their own host, this is. */
    List<URI> at(URI address, String host) {
        return db.sql("""
                SELECT id FROM inbox.known_actor
                 WHERE host = :host AND (id = :address OR url = :address) AND gone_at IS NULL""")
                .param("address", address.toString())
                .param("host", host)
                .query((row, _) -> URI.create(row.getString("id")))
                .list();
    }

    /** As they are now. Another handle counts for nothing before it was looked up, and the same one is now and then. */
    void put(KnownActor actor) {
        db.sql("""
                INSERT INTO inbox.known_actor
                       (id, host, domain, type, handle, name, url, inbox, shared_inbox, fetched_at, name_check_at)
                VALUES (:id, :host, :domain, :type, :handle, :name, :url, :inbox, :sharedInbox, :fetchedAt,
                        CASE WHEN :handle <> '' THEN CAST(:fetchedAt AS timestamptz) END)
                    ON CONFLICT (id) DO UPDATE
                   SET domain = excluded.domain, type = excluded.type, handle = excluded.handle, name = excluded.name,
                       url = excluded.url, inbox = excluded.inbox, shared_inbox = excluded.shared_inbox,
                       fetched_at = excluded.fetched_at,
                       confirmed_name =
                           CASE WHEN known_actor.handle = excluded.handle THEN known_actor.confirmed_name ELSE '' END,
                       name_tries = CASE WHEN known_actor.handle = excluded.handle THEN known_actor.name_tries ELSE 0 END,
                       name_check_at =
                           CASE WHEN known_actor.handle <> excluded.handle OR known_actor.name_checked_at < :nameOldest
                                THEN excluded.name_check_at ELSE known_actor.name_check_at END
                 WHERE known_actor.gone_at IS NULL""")
                .param("nameOldest", Instants.parameter(actor.fetchedAt().minus(NAME_FRESH)))
                .param("id", actor.id().toString())
                .param("host", actor.host())
                .param("domain", Domains.of(actor.host()))
                .param("type", actor.type())
                .param("handle", actor.handle())
                .param("name", actor.name())
                .param("url", actor.page().toString())
                .param("inbox", actor.inbox().toString())
                .param("sharedInbox", actor.sharedInbox().toString())
                .param("fetchedAt", Instants.parameter(actor.fetchedAt()))
                .update();
    }

    boolean isGone(URI id) {
        return db.sql("SELECT 1 FROM inbox.known_actor WHERE id = :id AND gone_at IS NOT NULL")
                .param("id", id.toString())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Keeps the address only: nothing comes from there any more. */
    void markGone(URI id, String host, Instant now) {
        db.sql("""
                INSERT INTO inbox.known_actor
                       (id, host, type, handle, name, url, inbox, shared_inbox, fetched_at, gone_at)
                VALUES (:id, :host, '', '', '', '', '', '', :now, :now)
                    ON CONFLICT (id) DO UPDATE
                   SET type = '', handle = '', name = '', url = '', inbox = '', shared_inbox = '',
                       confirmed_name = '', name_check_at = NULL,
                       gone_at = coalesce(known_actor.gone_at, excluded.gone_at)""")
                .param("id", id.toString())
                .param("host", host)
                .param("now", Instants.parameter(now))
                .update();
    }

    /** Hosts, with their ports, from which somebody is known. */
    List<String> hosts() {
        return db.sql("SELECT DISTINCT host FROM inbox.known_actor")
                .query(String.class)
                .list();
    }

    /** Who is known from there. */
    List<URI> of(String host) {
        return db.sql("SELECT id FROM inbox.known_actor WHERE host = :host AND gone_at IS NULL")
                .param("host", host)
                .query((row, _) -> URI.create(row.getString("id")))
                .list();
    }

    /** Forgets actors that were last looked at, or left, before then, and that have nothing to do with anything here. */
    void forgetStrangersBefore(Instant moment) {
        db.sql("""
                DELETE FROM inbox.known_actor stranger
                 WHERE coalesce(gone_at, fetched_at) < :moment
                   AND NOT EXISTS (SELECT 1 FROM inbox.tie WHERE tie.actor = stranger.id)
                   AND NOT EXISTS (SELECT 1 FROM inbox.reply WHERE reply.author = stranger.id)""").param("moment", Instants.parameter(moment)).update();
    }

    void remove(URI id) {
        db.sql("DELETE FROM inbox.known_actor WHERE id = :id")
                .param("id", id.toString())
                .update();
    }

    private static KnownActor actor(ResultSet row) throws SQLException {
        return new KnownActor(
                URI.create(row.getString("id")),
                row.getString("host"),
                row.getString("type"),
                row.getString("handle"),
                row.getString("name"),
                URI.create(row.getString("url")),
                URI.create(row.getString("inbox")),
                URI.create(row.getString("shared_inbox")),
                Instants.read(row, "fetched_at"));
    }
}
