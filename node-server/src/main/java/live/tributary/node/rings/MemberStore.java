// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.federation.vocab.RingStop;
import live.tributary.node.kernel.Instants;

/** SQL of whom rings name. */
final class MemberStore {

    private static final String SELECT = """
            SELECT ring, address, kind, name, page, inbox, languages, holds, rings FROM rings.member
            """;

    private final JdbcClient db;

    MemberStore(JdbcClient db) {
        this.db = db;
    }

    /** By their rings, in ring order. */
    Map<URI, List<RingMember>> all() {
        return db
                .sql(SELECT + " ORDER BY ring, place")
                .query((row, _) -> Map.entry(URI.create(row.getString("ring")), member(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** In ring order. */
    List<RingMember> of(URI ring) {
        return db.sql(SELECT + " WHERE ring = :ring ORDER BY place")
                .param("ring", ring.toString())
                .query((row, _) -> member(row))
                .list();
    }

    /** Those whom the ring names, and no others; who is new is looked at soon. */
    void put(Ring ring, Instant now) {
        db.sql("DELETE FROM rings.member WHERE ring = :ring AND address <> ALL (string_to_array(:kept, ' '))")
                .param("ring", ring.actor().toString())
                .param(
                        "kept",
                        RingStore.join(
                                ring.members().stream().map(RingMember::address).toList()))
                .update();
        for (int place = 0; place < ring.members().size(); place++) {
            put(ring.actor(), ring.members().get(place), place, now);
        }
    }

    private void put(URI ring, RingMember member, int place, Instant now) {
        db.sql("""
                INSERT INTO rings.member
                       (ring, address, kind, place, name, page, inbox, languages, holds, rings, next_look_at)
                VALUES (:ring, :address, :kind, :place, :name, :page, :inbox, :languages, :holds, :rings, :now)
                    ON CONFLICT (ring, address) DO UPDATE
                   SET place = excluded.place, name = excluded.name, page = excluded.page, inbox = excluded.inbox,
                       languages = excluded.languages, holds = excluded.holds, rings = excluded.rings""")
                .param("ring", ring.toString())
                .param("address", member.address().toString())
                .param("kind", member.isTeam() ? "TEAM" : "SITE")
                .param("place", place)
                .param("name", member.name())
                .param("page", member.page().toString())
                .param("inbox", member.inbox().toString())
                .param("languages", String.join(" ", member.languages()))
                .param("holds", member.holds())
                .param("rings", RingStore.join(member.rings()))
                .param("now", Instants.parameter(now))
                .update();
    }

    /** In whatever rings, in the order in which they are locked elsewhere too; false where it is in none. */
    boolean lookAt(URI address, Instant at) {
        return db.sql("""
                UPDATE rings.member SET next_look_at = :at
                 WHERE (ring, address) IN (SELECT ring, address FROM rings.member WHERE address = :address
                                            ORDER BY ring COLLATE "C" FOR UPDATE)""")
                        .param("at", Instants.parameter(at))
                        .param("address", address.toString())
                        .update()
                > 0;
    }

    void checked(URI ring, URI address, Instant now, Instant next) {
        db.sql("""
                UPDATE rings.member SET checked_at = :now, next_look_at = :next
                 WHERE ring = :ring AND address = :address""")
                .param("now", Instants.parameter(now))
                .param("next", Instants.parameter(next))
                .param("ring", ring.toString())
                .param("address", address.toString())
                .update();
    }

    /** One more answer that says nothing of the ring; all of them since the last good one. */
    Doubt doubt(URI ring, URI address, Instant now) {
        return db.sql("""
                UPDATE rings.member SET bad_answers = bad_answers + 1, bad_since = coalesce(bad_since, :now)
                 WHERE ring = :ring AND address = :address
                RETURNING bad_answers, bad_since""")
                .param("now", Instants.parameter(now))
                .param("ring", ring.toString())
                .param("address", address.toString())
                .query((row, _) -> new Doubt(row.getInt("bad_answers"), Instants.read(row, "bad_since")))
                .single();
    }

    /** A good answer: those before do not count any more. */
    void trust(URI ring, URI address) {
        db.sql("""
                UPDATE rings.member SET bad_answers = 0, bad_since = NULL
                 WHERE ring = :ring AND address = :address AND bad_answers > 0""")
                .param("ring", ring.toString())
                .param("address", address.toString())
                .update();
    }

    /** Members who are looked at now, in all of their rings at once. */
    List<RingStop> claim(Instant now, Duration lease, int most) {
        return db
                .sql("""
                UPDATE rings.member SET next_look_at = :leased
                 WHERE (ring, address) IN (
                       SELECT ring, address FROM rings.member
                        WHERE address IN (SELECT address FROM rings.member WHERE next_look_at <= :now
                                           GROUP BY address ORDER BY min(next_look_at) LIMIT :most)
                          FOR UPDATE SKIP LOCKED)
                RETURNING address, kind""")
                .param("leased", Instants.parameter(now.plus(lease)))
                .param("now", Instants.parameter(now))
                .param("most", most)
                .query((row, _) -> stop(row))
                .list()
                .stream()
                .distinct()
                .toList();
    }

    private static RingMember member(ResultSet row) throws SQLException {
        return new RingMember(
                stop(row),
                row.getString("name"),
                URI.create(row.getString("page")),
                URI.create(row.getString("inbox")),
                RingStore.words(row.getString("languages")).toList(),
                row.getBoolean("holds"),
                RingStore.addresses(row.getString("rings")).collect(Collectors.toSet()));
    }

    private static RingStop stop(ResultSet row) throws SQLException {
        var address = URI.create(row.getString("address"));
        return row.getString("kind").equals("SITE") ? new RingStop.Site(address) : new RingStop.Team(address);
    }
}
