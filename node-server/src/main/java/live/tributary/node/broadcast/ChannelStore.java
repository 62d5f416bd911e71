// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.broadcast;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.kernel.ChannelId;
import live.tributary.node.kernel.Instants;
import live.tributary.node.kernel.MemberId;
import live.tributary.node.kernel.TeamId;

/** SQL of channels. */
final class ChannelStore {

    private static final String SELECT =
            "SELECT id, team, member, title, %s FROM broadcast.channel".formatted(AboutStore.COLUMNS);

    private final JdbcClient db;

    ChannelStore(JdbcClient db) {
        this.db = db;
    }

    Optional<Channel> find(ChannelId id) {
        return db.sql(SELECT + " WHERE id = :id")
                .param("id", id.value())
                .query((row, _) -> channel(row))
                .optional();
    }

    Optional<Channel> ofMember(MemberId member) {
        return db.sql(SELECT + " WHERE member = :member")
                .param("member", member.value())
                .query((row, _) -> channel(row))
                .optional();
    }

    List<Channel> ofTeam(TeamId team) {
        return db.sql(SELECT + " WHERE team = :team ORDER BY created_at, id")
                .param("team", team.value())
                .query((row, _) -> channel(row))
                .list();
    }

    void add(Channel channel, Instant now) {
        db.sql("""
                INSERT INTO broadcast.channel (id, team, member, title, created_at)
                VALUES (:id, :team, :member, :title, :now)""")
                .param("id", channel.id().value())
                .param("team", channel.team().value())
                .param("member", channel.member().value())
                .param("title", channel.title().value())
                .param("now", Instants.parameter(now))
                .update();
    }

    /** Lets one change at a time of what is on air here. */
    Channel lock(ChannelId id) {
        return db.sql(SELECT + " WHERE id = :id FOR UPDATE")
                .param("id", id.value())
                .query((row, _) -> channel(row))
                .single();
    }

    void rename(ChannelId id, Title title) {
        db.sql("UPDATE broadcast.channel SET title = :title WHERE id = :id")
                .param("title", title.value())
                .param("id", id.value())
                .update();
    }

    private static Channel channel(ResultSet row) throws SQLException {
        return new Channel(
                new ChannelId(row.getString("id")),
                new TeamId(row.getObject("team", UUID.class)),
                new MemberId(row.getObject("member", UUID.class)),
                new Title(row.getString("title")),
                AboutStore.read(row));
    }
}
