// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.node.blocks.Screen;
import live.tributary.node.kernel.Instants;
import live.tributary.node.kernel.Sha256;
import live.tributary.node.kernel.TeamId;

/** SQL of answers, and of what was deleted. */
final class ReplyStore {

    private static final String SELECT = """
            SELECT reply.id, video, author, handle, name, in_reply_to, content, published, state
              FROM inbox.reply JOIN inbox.known_actor ON known_actor.id = reply.author
            """;

    /** Whoever is kept out is not seen, however much they wrote before. */
    private static final String SEEN = """
                   AND author <> ALL (string_to_array(:people, chr(10)))
                   AND NOT '.' || reply.host LIKE ANY (string_to_array(:servers, chr(10)))
            """;

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
     * @param isAnnounced whether it was passed on as it is now
     */
    record Kept(
            TeamId team,
            UUID video,
            URI author,
            ReplyState state,
            ObjectNode activity,
            boolean mayPassOn,
            Instant announcedAt,
            boolean isAnnounced) {

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
                        .param("version", Sha256.of(reply.content()))
                        .param("activity", said.bytes())
                        .param("mayPassOn", mayPassOn)
                        .param("state", state.name())
                        .param("now", Instants.parameter(now))
                        .update()
                == 1;
    }

    Optional<Kept> kept(URI id) {
        return db.sql("""
                SELECT team, video, author, state, activity, may_pass_on,
                       coalesce(announced_at, 'epoch') AS announced_at,
                       coalesce(announced_version = version, false) AS is_announced
                  FROM inbox.reply WHERE id = :id""")
                .param("id", id.toString())
                .query((row, _) -> new Kept(
                        new TeamId(row.getObject("team", UUID.class)),
                        row.getObject("video", UUID.class),
                        URI.create(row.getString("author")),
                        ReplyState.valueOf(row.getString("state")),
                        JsonMapper.shared().readValue(row.getBytes("activity"), ObjectNode.class),
                        row.getBoolean("may_pass_on"),
                        Instants.read(row, "announced_at"),
                        row.getBoolean("is_announced")))
                .optional();
    }

    /** Notes that it was passed on as it is now. */
    void announced(URI id, Instant now) {
        db.sql("UPDATE inbox.reply SET announced_at = :now, announced_version = version WHERE id = :id")
                .param("now", Instants.parameter(now))
                .param("id", id.toString())
                .update();
    }

    Optional<Reply> find(URI id) {
        return db.sql(SELECT + " WHERE reply.id = :id")
                .param("id", id.toString())
                .query((row, _) -> reply(row))
                .optional();
    }

    /** In the order in which they were written. */
    List<Reply> of(UUID video, ReplyState state, Screen screen, int most) {
        return seen("WHERE video = :video AND state = :state", "published, reply.id", screen)
                .param("video", video)
                .param("state", state.name())
                .param("most", most)
                .param("after", 0)
                .query((row, _) -> reply(row))
                .list();
    }

    /** What waits for a team, the oldest first. */
    List<Reply> waiting(TeamId team, Screen screen, int most, int after) {
        return ofTeam(team, "state = 'WAITING'", "received_at, reply.id", screen, most, after);
    }

    /** What a team has hidden, the latest first. */
    List<Reply> hidden(TeamId team, Screen screen, int most, int after) {
        return ofTeam(team, "state = 'HIDDEN'", "received_at DESC, reply.id", screen, most, after);
    }

    private List<Reply> ofTeam(TeamId team, String state, String order, Screen screen, int most, int after) {
        return seen("WHERE team = :team AND " + state, order, screen)
                .param("team", team.value())
                .param("most", most)
                .param("after", after)
                .query((row, _) -> reply(row))
                .list();
    }

    private JdbcClient.StatementSpec seen(String which, String order, Screen screen) {
        return db.sql(SELECT + which + SEEN + " ORDER BY " + order + " LIMIT :most OFFSET :after")
                .param("people", String.join("\n", screen.people()))
                .param(
                        "servers",
                        screen.servers().stream().flatMap(ReplyStore::patterns).collect(Collectors.joining("\n")));
    }

    /** What stands for a server and all below it, with and without a port, behind a dot. */
    private static Stream<String> patterns(String server) {
        var name = "%." + server.replace("_", "\\_");
        return Stream.of(name, name + ":%");
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
