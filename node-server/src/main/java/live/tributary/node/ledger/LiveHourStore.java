// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.fairturn.Gid;
import live.tributary.node.kernel.Instants;

/** SQL of how long everybody was on air. */
final class LiveHourStore {

    private static final double MINUTES_AN_HOUR = 60;

    private final JdbcClient db;

    LiveHourStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Hours on air.
     *
     * @param week in the last seven days
     * @param day in the last 24 hours
     */
    record Hours(double week, double day) {

        static final Hours NONE = new Hours(0, 0);

        Hours plus(Hours other) {
            return new Hours(week + other.week, day + other.day);
        }
    }

    /** They were on air for this minute. */
    void add(Collection<Gid> gids, Instant minute) {
        db.sql("""
                INSERT INTO ledger.live_hour (gid, hour, minutes)
                SELECT unnest(CAST(:gids AS bigint[])), CAST(:hour AS timestamptz), 1
                    ON CONFLICT (gid, hour) DO UPDATE SET minutes = least(60, live_hour.minutes + 1)""")
                .param("hour", Instants.parameter(minute.truncatedTo(ChronoUnit.HOURS)))
                .param("gids", gids.stream().mapToLong(Gid::bits).toArray())
                .update();
    }

    /** Of everybody who was on air in the last week; in whole hours of the clock, so that a window is up to an hour longer. */
    Map<Gid, Hours> all(Instant now) {
        var hours = new HashMap<Gid, Hours>();
        db.sql("""
                SELECT gid, sum(minutes) AS week, coalesce(sum(minutes) FILTER (WHERE hour > :dayAgo), 0) AS day
                  FROM ledger.live_hour WHERE hour > :weekAgo GROUP BY gid""")
                .param(
                        "dayAgo",
                        Instants.parameter(now.minus(24, ChronoUnit.HOURS)
                                .truncatedTo(ChronoUnit.HOURS)
                                .minusMillis(1)))
                .param(
                        "weekAgo",
                        Instants.parameter(now.minus(7, ChronoUnit.DAYS)
                                .truncatedTo(ChronoUnit.HOURS)
                                .minusMillis(1)))
                .query((row, _) -> hours.put(
                        new Gid(row.getLong("gid")),
                        new Hours(row.getLong("week") / MINUTES_AN_HOUR, row.getLong("day") / MINUTES_AN_HOUR)))
                .list();
        return hours;
    }

    void forgetBefore(Instant moment) {
        db.sql("DELETE FROM ledger.live_hour WHERE hour < :moment")
                .param("moment", Instants.parameter(moment))
                .update();
    }
}
