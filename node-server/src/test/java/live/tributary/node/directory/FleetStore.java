// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.time.Instant;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.kernel.Instants;

/** Writes down many teams at once, for a benchmark, and what was heard of them. */
final class FleetStore {

    private final JdbcClient db;

    FleetStore(JdbcClient db) {
        this.db = db;
    }

    /** The directory follows all of them, and knows of their broadcasts: of each actor its host and its video.
     *  @param later when somebody looks at them, and until when they are believed */
    void follow(String[] actors, String[] hosts, String[] videos, Instant now, Instant later) {
        var team = new Object[] {actors, hosts, videos};
        write(team, now, later, """
                INSERT INTO following.followee
                       (actor, host, domain, kind, inbox, state, follows, asked_at, greeted, next_look_at)
                SELECT actor, host, host, 'Group', actor || '/inbox', 'FOLLOWED', '{}', :now, true, :later FROM team""");
        write(team, now, later, """
                INSERT INTO following.wish (followee, wished_at, directory) SELECT actor, :now, true FROM team""");
        write(team, now, later, """
                INSERT INTO following.stream
                       (id, host, domain, author, team, title, page, on_air, since, sequence, said_at, believed_until)
                SELECT video, host, host, actor, actor, 'An evening', video, true, :now, 1, :now, :later FROM team""");
        write(team, now, later, "INSERT INTO following.mention (stream, followee) SELECT video, actor FROM team");
    }

    private void write(Object[] team, Instant now, Instant later, String sql) {
        db.sql("""
                WITH team AS (SELECT * FROM unnest(CAST(:actors AS text[]), CAST(:hosts AS text[]), CAST(:videos AS text[]))
                                              AS team (actor, host, video))
                """ + sql)
                .param("actors", team[0])
                .param("hosts", team[1])
                .param("videos", team[2])
                .param("now", Instants.parameter(now))
                .param("later", Instants.parameter(later))
                .update();
    }

    /** How many broadcasts somebody spoke of since. */
    int heard() {
        return db.sql("SELECT count(*) FROM following.stream WHERE sequence = 2")
                .query(Integer.class)
                .single();
    }

    /** The process of PostgreSQL that starts all others. */
    long postmaster() {
        long checkpointer = db.sql("SELECT pid FROM pg_stat_activity WHERE backend_type = 'checkpointer'")
                .query(Long.class)
                .single();
        return ProcessHandle.of(checkpointer)
                .flatMap(ProcessHandle::parent)
                .orElseThrow()
                .pid();
    }
}
