// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.federation.vocab.RingLanes;
import live.tributary.node.kernel.Instants;

/** SQL of rings. */
final class RingStore {

    private static final String SELECT = """
            SELECT actor, slug, hosted, inbox, name, charter, page, stewards, lanes, former, updated_at, read_at
              FROM rings.ring
            """;

    private static final int MOST_OF_ONE_SLUG = 1000;

    private final JdbcClient db;
    private final MemberStore members;

    RingStore(JdbcClient db, MemberStore members) {
        this.db = db;
        this.members = members;
    }

    /** In the order of their slugs. */
    List<Ring> all() {
        var byRing = members.all();
        return db.sql(SELECT + " ORDER BY slug")
                .query((row, _) -> ring(row, byRing.getOrDefault(URI.create(row.getString("actor")), List.of())))
                .list();
    }

    Optional<Ring> find(URI actor) {
        return find(actor, "");
    }

    /** For nobody else until the transaction ends. */
    Optional<Ring> lock(URI actor) {
        return find(actor, " FOR UPDATE");
    }

    private Optional<Ring> find(URI actor, String lock) {
        return db.sql(SELECT + " WHERE actor = :actor" + lock)
                .param("actor", actor.toString())
                .query((row, _) -> ring(row, List.of()))
                .optional()
                .map(ring -> ring.with(members.of(actor)));
    }

    /**
     * Whoever gives a ring its name, or a team one more ring, does so alone until the transaction ends: two do not take the last
     * one. Before any ring is locked; several rings are locked in the order of their addresses.
     */
    void lockNames() {
        db.sql("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended('rings', 0))) AS locked")
                .query(Integer.class)
                .single();
    }

    boolean isTaken(Slug slug) {
        return db.sql("SELECT 1 FROM rings.ring WHERE slug = :slug")
                .param("slug", slug.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** The first of its kind that no ring has here. */
    Slug free(Slug wish) {
        return IntStream.rangeClosed(1, MOST_OF_ONE_SLUG)
                .mapToObj(wish::numbered)
                .filter(slug -> !isTaken(slug))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no address is left like " + wish));
    }

    /** Writes the whole ring; who is new in it is looked at soon. */
    void put(Ring ring, Instant now) {
        db.sql("""
                INSERT INTO rings.ring
                       (actor, slug, hosted, inbox, name, charter, page, stewards, lanes, former, updated_at, read_at,
                        next_look_at)
                VALUES (:actor, :slug, :hosted, :inbox, :name, :charter, :page, :stewards, string_to_array(:lanes, ' ')::int[],
                        :former, :updatedAt, :readAt, CASE WHEN :hosted THEN NULL ELSE :now END)
                    ON CONFLICT (actor) DO UPDATE
                   SET inbox = excluded.inbox, name = excluded.name, charter = excluded.charter, page = excluded.page,
                       stewards = excluded.stewards, lanes = excluded.lanes, former = excluded.former,
                       updated_at = excluded.updated_at, read_at = excluded.read_at""")
                .param("actor", ring.actor().toString())
                .param("slug", ring.slug().value())
                .param("hosted", ring.hosted())
                .param("inbox", ring.inbox().toString())
                .param("name", ring.name())
                .param("charter", ring.charter())
                .param("page", ring.page().toString())
                .param("stewards", join(ring.stewards()))
                .param(
                        "lanes",
                        "%d %d %d"
                                .formatted(
                                        ring.lanes().ring(),
                                        ring.lanes().neighbour(),
                                        ring.lanes().open()))
                .param("former", join(ring.former()))
                .param("updatedAt", Instants.parameter(ring.updatedAt()))
                .param("readAt", Instants.parameter(ring.readAt()))
                .param("now", Instants.parameter(now))
                .update();
        members.put(ring, now);
    }

    /** The lists of members of rings elsewhere, each with its proof, as it was read. */
    Map<URI, String> signed() {
        return db
                .sql("SELECT actor, signed FROM rings.ring WHERE signed <> ''")
                .query((row, _) -> Map.entry(URI.create(row.getString("actor")), row.getString("signed")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void sign(URI ring, String signed) {
        db.sql("UPDATE rings.ring SET signed = :signed WHERE actor = :actor")
                .param("signed", signed)
                .param("actor", ring.toString())
                .update();
    }

    void remove(URI ring) {
        db.sql("DELETE FROM rings.ring WHERE actor = :actor")
                .param("actor", ring.toString())
                .update();
    }

    /** False where it is not known here, or hosted. */
    boolean lookAt(URI ring, Instant at) {
        return db.sql("UPDATE rings.ring SET next_look_at = :at WHERE actor = :actor AND NOT hosted")
                        .param("at", Instants.parameter(at))
                        .param("actor", ring.toString())
                        .update()
                == 1;
    }

    /**
     * Rings that are read now.
     *
     * @param lease after which it is due again, if nothing was done about it
     */
    List<URI> claim(Instant now, Duration lease, int most) {
        return db.sql("""
                UPDATE rings.ring SET next_look_at = :leased
                 WHERE actor IN (SELECT actor FROM rings.ring WHERE next_look_at <= :now ORDER BY next_look_at LIMIT :most)
                RETURNING actor""")
                .param("leased", Instants.parameter(now.plus(lease)))
                .param("now", Instants.parameter(now))
                .param("most", most)
                .query((row, _) -> URI.create(row.getString("actor")))
                .list();
    }

    private static Ring ring(ResultSet row, List<RingMember> members) throws SQLException {
        return new Ring(
                URI.create(row.getString("actor")),
                new Slug(row.getString("slug")),
                row.getBoolean("hosted"),
                URI.create(row.getString("inbox")),
                row.getString("name"),
                row.getString("charter"),
                URI.create(row.getString("page")),
                addresses(row.getString("stewards")).toList(),
                lanes(row.getArray("lanes")),
                addresses(row.getString("former")).collect(Collectors.toSet()),
                Instants.read(row, "updated_at"),
                Instants.read(row, "read_at"),
                members);
    }

    private static RingLanes lanes(Array percent) throws SQLException {
        var each = (Integer[]) percent.getArray();
        return new RingLanes(each[0], each[1], each[2]);
    }

    static String join(Collection<URI> addresses) {
        return addresses.stream().map(URI::toString).collect(Collectors.joining(" "));
    }

    static Stream<URI> addresses(String joined) {
        return words(joined).map(URI::create);
    }

    static Stream<String> words(String joined) {
        return Arrays.stream(joined.split(" ")).filter(word -> !word.isEmpty());
    }
}
