// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.kernel.Instants;
import live.tributary.node.kernel.MemberId;
import live.tributary.node.kernel.TeamId;

/** SQL of our actors. */
final class ActorStore {

    private static final String SELECT = """
            SELECT id, kind, name, team, member, created_at, gone_at
              FROM fediverse.actor
            """;

    private final JdbcClient db;

    ActorStore(JdbcClient db) {
        this.db = db;
    }

    ActorLookup find(ActorId id) {
        return lookup(db.sql(SELECT + " WHERE id = :key").param("key", id.value()));
    }

    ActorLookup find(ActorName name) {
        return lookup(db.sql(SELECT + " WHERE name = :key").param("key", name.value()));
    }

    Optional<LocalActor.Application> node() {
        return db.sql(SELECT + " WHERE kind = 'NODE'")
                .query((row, _) -> actor(row))
                .optional()
                .map(LocalActor.Application.class::cast);
    }

    Optional<LocalActor.Group> group(TeamId team) {
        return db.sql(SELECT + " WHERE team = :team AND kind = 'GROUP'")
                .param("team", team.value())
                .query((row, _) -> actor(row))
                .optional()
                .map(LocalActor.Group.class::cast);
    }

    /** Whose team is gone is not among them. */
    List<LocalActor.Group> groups() {
        return db
                .sql(SELECT + " WHERE kind = 'GROUP' AND gone_at IS NULL ORDER BY created_at, id")
                .query((row, _) -> actor(row))
                .list()
                .stream()
                .map(LocalActor.Group.class::cast)
                .toList();
    }

    Optional<LocalActor.Steward> steward(TeamId team) {
        return db.sql(SELECT + " WHERE team = :team AND kind = 'STEWARD'")
                .param("team", team.value())
                .query((row, _) -> actor(row))
                .optional()
                .map(LocalActor.Steward.class::cast);
    }

    Optional<LocalActor.Person> person(MemberId member) {
        return db.sql(SELECT + " WHERE member = :member")
                .param("member", member.value())
                .query((row, _) -> actor(row))
                .optional()
                .map(LocalActor.Person.class::cast);
    }

    /** False where the name, the id or the owner has an actor already. */
    boolean add(LocalActor actor) {
        var row = Row.of(actor);
        return db.sql("""
                INSERT INTO fediverse.actor (id, kind, name, team, member, created_at)
                VALUES (:id, :kind, :name, CAST(:team AS uuid), CAST(:member AS uuid), :now)
                    ON CONFLICT DO NOTHING""")
                        .param("id", actor.id().value())
                        .param("kind", row.kind())
                        .param("name", actor.name().value())
                        .param("team", row.team())
                        .param("member", row.member())
                        .param("now", Instants.parameter(actor.createdAt()))
                        .update()
                == 1;
    }

    void markGone(ActorId id, Instant now) {
        db.sql("UPDATE fediverse.actor SET gone_at = :now WHERE id = :id AND gone_at IS NULL")
                .param("now", Instants.parameter(now))
                .param("id", id.value())
                .update();
    }

    private static ActorLookup lookup(JdbcClient.StatementSpec statement) {
        return statement
                .query((row, _) -> {
                    var actor = actor(row);
                    return Instants.readOptional(row, "gone_at")
                            .<ActorLookup>map(at -> new ActorLookup.Gone(actor, at))
                            .orElseGet(() -> new ActorLookup.Known(actor));
                })
                .optional()
                .orElseGet(ActorLookup.Unknown::new);
    }

    private static LocalActor actor(ResultSet row) throws SQLException {
        var id = new ActorId(row.getString("id"));
        var name = new ActorName(row.getString("name"));
        var createdAt = Instants.read(row, "created_at");
        return switch (row.getString("kind")) {
            case "NODE" -> new LocalActor.Application(id, name, createdAt);
            case "GROUP" -> new LocalActor.Group(id, name, new TeamId(row.getObject("team", UUID.class)), createdAt);
            case "STEWARD" ->
                new LocalActor.Steward(id, name, new TeamId(row.getObject("team", UUID.class)), createdAt);
            case "RING" -> new LocalActor.Ring(id, name, createdAt);
            case "PERSON" ->
                new LocalActor.Person(id, name, new MemberId(row.getObject("member", UUID.class)), createdAt);
            default -> throw new IllegalStateException("an actor of no known kind: " + id);
        };
    }

    /** What differs from kind to kind. */
    private record Row(
            String kind, @Nullable String team, @Nullable String member) {

        static Row of(LocalActor actor) {
            return switch (actor) {
                case LocalActor.Application _ -> new Row("NODE", null, null);
                case LocalActor.Ring _ -> new Row("RING", null, null);
                case LocalActor.Group(var _, var _, var team, var _) -> new Row("GROUP", team.toString(), null);
                case LocalActor.Steward(var _, var _, var team, var _) -> new Row("STEWARD", team.toString(), null);
                case LocalActor.Person(var _, var _, var member, var _) -> new Row("PERSON", null, member.toString());
            };
        }
    }
}
