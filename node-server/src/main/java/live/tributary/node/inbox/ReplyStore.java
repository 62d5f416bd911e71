// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.node.kernel.Instants;
import live.tributary.node.kernel.TeamId;

/** SQL of answers, and of what was deleted. */
final class ReplyStore {

    private final JdbcClient db;

    ReplyStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * An answer as the team has it.
     *
     * @param activity what made it, as it came
     * @param mayPassOn whether that may be passed on
     * @param announcedAt when it was passed on for the last time; long ago, where it never was
     */
    record Kept(TeamId team, ReplyState state, ObjectNode activity, boolean mayPassOn, Instant announcedAt) {

        boolean wasAnnounced() {
            return announcedAt.isAfter(Instant.EPOCH);
        }
    }

    /**
     * Writes what is newer than what is there, whatever came first; false where it is not. Of one version, what may be passed
     * on takes the place of what may not.
     */
    boolean put(Draft.Answer reply, TeamId team, ReplyState state, Said said, boolean mayPassOn, Instant now) {
        return db.sql("""
                INSERT INTO inbox.reply (id, video, team, author, host, in_reply_to, content, published,
                                         version_at, version, activity, may_pass_on, state, received_at)
                VALUES (:id, :video, :team, :author, :host, :inReplyTo, :content, :published,
                        :versionAt, :version, :activity, :mayPassOn, :state, :now)
                    ON CONFLICT (id) DO UPDATE
                   SET content = excluded.content, activity = excluded.activity, may_pass_on = excluded.may_pass_on,
                       version_at = excluded.version_at, version = excluded.version
                 WHERE reply.author = excluded.author
                   AND (reply.version_at, reply.version, reply.may_pass_on)
                       < (excluded.version_at, excluded.version, excluded.may_pass_on)""")
                        .param("id", reply.id().toString())
                        .param("video", reply.video().id())
                        .param("team", team.value())
                        .param("author", reply.author().toString())
                        .param("host", KnownActors.host(reply.author()))
                        .param("inReplyTo", reply.inReplyTo().toString())
                        .param("content", reply.content())
                        .param("published", Instants.parameter(reply.published()))
                        .param("versionAt", Instants.parameter(reply.versionAt()))
                        .param("version", AddressHash.of(reply.content()))
                        .param("activity", said.bytes())
                        .param("mayPassOn", mayPassOn)
                        .param("state", state.name())
                        .param("now", Instants.parameter(now))
                        .update()
                == 1;
    }

    Optional<Kept> kept(URI id) {
        return db.sql("""
                SELECT team, state, activity, may_pass_on, coalesce(announced_at, 'epoch') AS announced_at
                  FROM inbox.reply WHERE id = :id""")
                .param("id", id.toString())
                .query((row, _) -> new Kept(
                        new TeamId(row.getObject("team", UUID.class)),
                        ReplyState.valueOf(row.getString("state")),
                        JsonMapper.shared().readValue(row.getBytes("activity"), ObjectNode.class),
                        row.getBoolean("may_pass_on"),
                        Instants.read(row, "announced_at")))
                .optional();
    }

    void announced(URI id, Instant now) {
        db.sql("UPDATE inbox.reply SET announced_at = :now WHERE id = :id")
                .param("now", Instants.parameter(now))
                .param("id", id.toString())
                .update();
    }

    Optional<Reply> find(URI id) {
        return db.sql("""
                SELECT reply.id, video, author, handle, name, in_reply_to, content, published, state
                  FROM inbox.reply JOIN inbox.known_actor ON known_actor.id = reply.author
                 WHERE reply.id = :id""")
                .param("id", id.toString())
                .query((row, _) -> reply(row))
                .optional();
    }

    /** In the order in which they were written. */
    List<Reply> of(UUID video, ReplyState state, int most) {
        return db.sql("""
                SELECT reply.id, video, author, handle, name, in_reply_to, content, published, state
                  FROM inbox.reply JOIN inbox.known_actor ON known_actor.id = reply.author
                 WHERE video = :video AND state = :state ORDER BY published, reply.id LIMIT :most""")
                .param("video", video)
                .param("state", state.name())
                .param("most", most)
                .query((row, _) -> reply(row))
                .list();
    }

    /** What waits for a team, the oldest first. */
    List<Reply> waiting(TeamId team, int most) {
        return db.sql("""
                SELECT reply.id, video, author, handle, name, in_reply_to, content, published, state
                  FROM inbox.reply JOIN inbox.known_actor ON known_actor.id = reply.author
                 WHERE team = :team AND state = 'WAITING' ORDER BY received_at, reply.id LIMIT :most""")
                .param("team", team.value())
                .param("most", most)
                .query((row, _) -> reply(row))
                .list();
    }

    /** False where there is none. */
    boolean decide(URI id, ReplyState state) {
        return db.sql("UPDATE inbox.reply SET state = :state WHERE id = :id")
                        .param("state", state.name())
                        .param("id", id.toString())
                        .update()
                == 1;
    }

    boolean wasDeleted(URI address) {
        return db.sql("SELECT 1 FROM inbox.deleted WHERE address_hash = :hash")
                .param("hash", AddressHash.of(address))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Erases an answer, and keeps one that comes later from coming back. */
    void delete(URI address, Instant now) {
        db.sql("DELETE FROM inbox.reply WHERE id = :id")
                .param("id", address.toString())
                .update();
        db.sql("""
                INSERT INTO inbox.deleted (address_hash, deleted_at) VALUES (:hash, :now)
                    ON CONFLICT (address_hash) DO NOTHING""")
                .param("hash", AddressHash.of(address))
                .param("now", Instants.parameter(now))
                .update();
    }

    void removeAll(URI author) {
        db.sql("DELETE FROM inbox.reply WHERE author = :author")
                .param("author", author.toString())
                .update();
    }

    void forgetDeletedBefore(Instant moment) {
        db.sql("DELETE FROM inbox.deleted WHERE deleted_at < :moment")
                .param("moment", Instants.parameter(moment))
                .update();
    }

    private static Reply reply(ResultSet row) throws SQLException {
        return new Reply(
                URI.create(row.getString("id")),
                row.getObject("video", UUID.class),
                URI.create(row.getString("author")),
                row.getString("handle"),
                row.getString("name"),
                URI.create(row.getString("in_reply_to")),
                row.getString("content"),
                Instants.read(row, "published"),
                ReplyState.valueOf(row.getString("state")));
    }
}
