// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.fairturn.Gid;
import live.tributary.node.fairturn.Turn;
import live.tributary.node.kernel.Instants;

/** SQL of what everybody got and what was due to them. */
final class TurnStore {

    /** In half-lives: nothing is left of what is older, and what is left is still a number. */
    private static final double OLDEST = 500;

    private final JdbcClient db;

    TurnStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Where a team stands in a pool.
     *
     * @param countedAt when it was written: since then both numbers have become less
     */
    record Counted(Turn turn, Instant countedAt) {}

    /** Of these teams, in all pools. */
    Map<PoolGid, Counted> of(Collection<Gid> gids) {
        var turns = new HashMap<PoolGid, Counted>();
        db.sql("SELECT pool, gid, received, due, counted_at FROM ledger.turn WHERE gid = ANY (CAST(:gids AS bigint[]))")
                .param("gids", bits(gids))
                .query((row, _) -> turns.put(
                        new PoolGid(row.getString("pool"), new Gid(row.getLong("gid"))),
                        new Counted(
                                new Turn(row.getDouble("received"), row.getDouble("due")),
                                Instants.read(row, "counted_at"))))
                .list();
        return turns;
    }

    /** Of everybody in all pools together, as it counts now, where at least so much was due. */
    Map<Gid, Turn> shares(double leastDue, Instant now) {
        var shares = new HashMap<Gid, Turn>();
        db.sql("""
                SELECT gid, sum(received * left_over) AS received, sum(due * left_over) AS due
                  FROM (SELECT gid, received, due,
                               power(0.5, least(:oldest, greatest(0,
                                   CAST(extract(epoch FROM :now - counted_at) AS float8) / :halfLife))) AS left_over
                          FROM ledger.turn) turn
                 GROUP BY gid HAVING sum(due * left_over) >= :leastDue""")
                .param("now", Instants.parameter(now))
                .param("halfLife", (double) Turn.HALF_LIFE.toSeconds())
                .param("oldest", OLDEST)
                .param("leastDue", leastDue)
                .query((row, _) -> shares.put(
                        new Gid(row.getLong("gid")), new Turn(row.getDouble("received"), row.getDouble("due"))))
                .list();
        return shares;
    }

    void put(Map<PoolGid, Turn> turns, Instant now) {
        var entries = new ArrayList<>(turns.entrySet());
        db.sql("""
                INSERT INTO ledger.turn (pool, gid, received, due, counted_at)
                SELECT unnest(CAST(:pools AS text[])), unnest(CAST(:gids AS bigint[])),
                       unnest(CAST(:received AS float8[])), unnest(CAST(:due AS float8[])), :now
                    ON CONFLICT (pool, gid) DO UPDATE
                   SET received = excluded.received, due = excluded.due, counted_at = excluded.counted_at""")
                .param("now", Instants.parameter(now))
                .param("pools", pools(entries))
                .param(
                        "gids",
                        bits(entries.stream().map(entry -> entry.getKey().gid()).toList()))
                .param(
                        "received",
                        entries.stream()
                                .mapToDouble(entry -> entry.getValue().received())
                                .toArray())
                .param(
                        "due",
                        entries.stream()
                                .mapToDouble(entry -> entry.getValue().due())
                                .toArray())
                .update();
    }

    /** Adds to the figures of a day. */
    void addToDay(LocalDate day, Map<PoolGid, Turn> added, Set<PoolGid> live) {
        var keys = new ArrayList<Map.Entry<PoolGid, Turn>>(added.entrySet());
        live.stream().filter(one -> !added.containsKey(one)).forEach(one -> keys.add(Map.entry(one, Turn.NEW)));
        db.sql("""
                INSERT INTO ledger.day (day, pool, gid, minutes, received, due)
                SELECT CAST(:day AS date), unnest(CAST(:pools AS text[])), unnest(CAST(:gids AS bigint[])),
                       unnest(CAST(:minutes AS integer[])), unnest(CAST(:received AS float8[])),
                       unnest(CAST(:due AS float8[]))
                    ON CONFLICT (day, pool, gid) DO UPDATE
                   SET minutes = day.minutes + excluded.minutes, received = day.received + excluded.received,
                       due = day.due + excluded.due""")
                .param("day", day)
                .param("pools", pools(keys))
                .param(
                        "gids",
                        bits(keys.stream().map(entry -> entry.getKey().gid()).toList()))
                .param(
                        "minutes",
                        keys.stream()
                                .mapToInt(entry -> live.contains(entry.getKey()) ? 1 : 0)
                                .toArray())
                .param(
                        "received",
                        keys.stream()
                                .mapToDouble(entry -> entry.getValue().received())
                                .toArray())
                .param(
                        "due",
                        keys.stream()
                                .mapToDouble(entry -> entry.getValue().due())
                                .toArray())
                .update();
    }

    /** What is published of a day, by pool and team. */
    List<DayLine> day(LocalDate day) {
        return db.sql("""
                SELECT pool, gid, minutes, received, due FROM ledger.day WHERE day = :day
                 ORDER BY pool, gid""")
                .param("day", day)
                .query((row, _) -> new DayLine(
                        row.getString("pool"),
                        new Gid(row.getLong("gid")),
                        row.getInt("minutes"),
                        new Turn(row.getDouble("received"), row.getDouble("due"))))
                .list();
    }

    /**
     * A team in one pool on one day.
     *
     * @param minutes on air
     * @param turn what it got and what was due, of this day alone
     */
    record DayLine(String pool, Gid gid, int minutes, Turn turn) {}

    void forgetDaysBefore(LocalDate day) {
        db.sql("DELETE FROM ledger.day WHERE day < :day").param("day", day).update();
    }

    private static String[] pools(List<Map.Entry<PoolGid, Turn>> entries) {
        return entries.stream().map(entry -> entry.getKey().pool()).toArray(String[]::new);
    }

    private static long[] bits(Collection<Gid> gids) {
        return gids.stream().mapToLong(Gid::bits).toArray();
    }
}
