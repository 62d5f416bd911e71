// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.fairturn.Gid;
import live.tributary.node.kernel.Instants;

/** SQL of who is listed. */
final class GroupStore {

    private final JdbcClient db;

    GroupStore(JdbcClient db) {
        this.db = db;
    }

    /** It asked, by this Invite, which waits for an answer. */
    void invited(URI actor, String host, String invite, Instant now) {
        db.sql("""
                INSERT INTO directory.listing (actor, host, invite, answer_due, since, checked_at, next_look_at)
                VALUES (:actor, :host, :invite, true, :now, :now, :now)
                    ON CONFLICT (actor) DO UPDATE
                   SET invite = excluded.invite, answer_due = true, next_look_at = excluded.next_look_at""")
                .param("actor", actor.toString())
                .param("host", host)
                .param("invite", invite)
                .param("now", Instants.parameter(now))
                .update();
    }

    /** The operator named it.
     *  @param lookAt when the worker looks at it, if nobody has meanwhile */
    void admitted(URI actor, String host, Instant now, Instant lookAt) {
        db.sql("""
                INSERT INTO directory.listing (actor, host, admitted, since, checked_at, next_look_at)
                VALUES (:actor, :host, true, :now, :now, :lookAt)
                    ON CONFLICT (actor) DO UPDATE SET admitted = true, next_look_at = excluded.next_look_at""")
                .param("actor", actor.toString())
                .param("host", host)
                .param("now", Instants.parameter(now))
                .param("lookAt", Instants.parameter(lookAt))
                .update();
    }

    /** Somebody of whom it is to be seen whether they may be listed: they have not asked. */
    void noticed(URI actor, String host, Instant now) {
        db.sql("""
                INSERT INTO directory.listing (actor, host, since, checked_at, next_look_at)
                VALUES (:actor, :host, :now, :now, :now)
                    ON CONFLICT (actor) DO UPDATE SET next_look_at = excluded.next_look_at""")
                .param("actor", actor.toString())
                .param("host", host)
                .param("now", Instants.parameter(now))
                .update();
    }

    /** Its document was read, and consents; false where it has been removed since. */
    boolean list(ListedGroup group, Instant now, Instant nextLookAt) {
        return db.sql("""
                UPDATE directory.listing
                   SET listed = true, name = :name, page = :page, languages = :languages, tags = :tags, labels = :labels,
                       promise = :promise, searchable = :searchable, gid = :gid, checked_at = :now, next_look_at = :nextLookAt,
                       since = CASE WHEN listed THEN since ELSE :now END
                 WHERE actor = :actor""")
                        .param("actor", group.id().toString())
                        .param("name", group.name())
                        .param("page", group.page().toString())
                        .param("languages", group.languages().toArray(String[]::new))
                        .param("tags", group.tags().toArray(String[]::new))
                        .param("labels", group.labels().toArray(String[]::new))
                        .param("promise", group.promise())
                        .param("searchable", group.searchable())
                        .param("gid", Gid.of(group.id()).bits())
                        .param("now", Instants.parameter(now))
                        .param("nextLookAt", Instants.parameter(nextLookAt))
                        .update()
                == 1;
    }

    /** For nobody else until the transaction ends. */
    Optional<Entry> lock(URI actor) {
        return db.sql("""
                SELECT host, name, listed, admitted, coalesce(invite, '') AS invite, answer_due, checked_at
                  FROM directory.listing WHERE actor = :actor FOR UPDATE""")
                .param("actor", actor.toString())
                .query((row, _) -> new Entry(
                        row.getString("host"),
                        row.getString("name"),
                        row.getBoolean("listed"),
                        row.getBoolean("admitted"),
                        row.getString("invite"),
                        row.getBoolean("answer_due"),
                        Instants.read(row, "checked_at")))
                .optional();
    }

    /**
     * Somebody who is listed or wants to be.
     *
     * @param name as its document said; empty where none was read
     * @param invite with which it asked last; empty where it never did
     * @param answerDue whether that waits for an answer
     */
    record Entry(
            String host,
            String name,
            boolean listed,
            boolean admitted,
            String invite,
            boolean answerDue,
            Instant checkedAt) {}

    void answered(URI actor) {
        db.sql("UPDATE directory.listing SET answer_due = false WHERE actor = :actor")
                .param("actor", actor.toString())
                .update();
    }

    /** Whether somebody else is listed whose address gives the same number: whoever seeks long enough finds one. */
    boolean isTaken(Gid gid, URI actor) {
        return db.sql("SELECT EXISTS (SELECT 1 FROM directory.listing WHERE listed AND gid = :gid AND actor <> :actor)")
                .param("gid", gid.bits())
                .param("actor", actor.toString())
                .query(Boolean.class)
                .single();
    }

    boolean isListed(URI actor) {
        return db.sql("SELECT EXISTS (SELECT 1 FROM directory.listing WHERE listed AND actor = :actor)")
                .param("actor", actor.toString())
                .query(Boolean.class)
                .single();
    }

    int count() {
        return db.sql("SELECT count(*) FROM directory.listing WHERE listed")
                .query(Integer.class)
                .single();
    }

    List<ListedGroup> listed() {
        return db.sql("""
                SELECT actor, host, name, page, languages, tags, labels, promise, searchable, admitted, since
                  FROM directory.listing WHERE listed ORDER BY actor""").query((row, _) -> group(row)).list();
    }

    /** Also those who only want to be. */
    List<KnownGroup> known() {
        return db.sql(
                        "SELECT actor, host, name, listed, admitted, since, checked_at FROM directory.listing ORDER BY lower(name), actor")
                .query((row, _) -> new KnownGroup(
                        URI.create(row.getString("actor")),
                        row.getString("host"),
                        row.getString("name"),
                        row.getBoolean("listed"),
                        row.getBoolean("admitted"),
                        Instants.read(row, "since"),
                        Instants.read(row, "checked_at")))
                .list();
    }

    /** False where nobody of this address is listed, or wants to be. */
    boolean lookAt(URI actor, Instant at) {
        return db.sql("UPDATE directory.listing SET next_look_at = :at WHERE actor = :actor")
                        .param("at", Instants.parameter(at))
                        .param("actor", actor.toString())
                        .update()
                == 1;
    }

    /**
     * At whom to look.
     *
     * @param lease after which they are due again, if nothing was done about it
     */
    List<URI> claim(Instant now, Duration lease, int most) {
        return db.sql("""
                UPDATE directory.listing SET next_look_at = :leased
                 WHERE actor IN (SELECT actor FROM directory.listing WHERE next_look_at <= :now
                                  ORDER BY next_look_at LIMIT :most FOR UPDATE SKIP LOCKED)
                RETURNING actor""")
                .param("leased", Instants.parameter(now.plus(lease)))
                .param("now", Instants.parameter(now))
                .param("most", most)
                .query((row, _) -> URI.create(row.getString("actor")))
                .list();
    }

    /** Hosts of all who are listed or want to be. */
    List<String> hosts() {
        return db.sql("SELECT DISTINCT host FROM directory.listing")
                .query(String.class)
                .list();
    }

    List<URI> ofHost(String host) {
        return db.sql("SELECT actor FROM directory.listing WHERE host = :host")
                .param("host", host)
                .query((row, _) -> URI.create(row.getString("actor")))
                .list();
    }

    /** False where nobody of this address was listed, or wanted to be. */
    boolean remove(URI actor) {
        return db.sql("DELETE FROM directory.listing WHERE actor = :actor")
                        .param("actor", actor.toString())
                        .update()
                == 1;
    }

    private static ListedGroup group(ResultSet row) throws SQLException {
        return new ListedGroup(
                URI.create(row.getString("actor")),
                row.getString("host"),
                row.getString("name"),
                URI.create(row.getString("page")),
                texts(row, "languages"),
                texts(row, "tags"),
                texts(row, "labels"),
                row.getString("promise"),
                row.getBoolean("searchable"),
                row.getBoolean("admitted"),
                Instants.read(row, "since"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
