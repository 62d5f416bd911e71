// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.removals;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.kernel.Instants;
import live.tributary.node.kernel.SecretHash;

/** SQL of removals. Steps are only ever added. */
final class RemovalStore {

    private static final String SELECT = """
            SELECT id, team, host, name, admitted, invite, version, rule, rule_words, term, fraud, removed_at
              FROM removals.removal
            """;

    private final JdbcClient db;

    RemovalStore(JdbcClient db) {
        this.db = db;
    }

    void add(Removal removal) {
        db.sql("""
                INSERT INTO removals.removal
                       (id, team, host, name, admitted, invite, version, rule, rule_words, term, fraud, removed_at)
                VALUES (:id, :team, :host, :name, :admitted, :invite, :version, :rule, :words, :term, :fraud, :at)""")
                .param("id", removal.id())
                .param("team", removal.subject().id().toString())
                .param("host", removal.subject().host())
                .param("name", removal.subject().name())
                .param("admitted", removal.subject().admitted())
                .param("invite", removal.subject().invite())
                .param("version", removal.version())
                .param("rule", removal.rule())
                .param("words", removal.ruleWords())
                .param("term", removal.term().name())
                .param("fraud", removal.fraud())
                .param("at", Instants.parameter(removal.at()))
                .update();
    }

    void add(UUID removal, Step step) {
        db.sql("INSERT INTO removals.step (removal, kind, at, words) VALUES (:removal, :kind, :at, :words)")
                .param("removal", removal)
                .param("kind", step.kind().name())
                .param("at", Instants.parameter(step.at()))
                .param("words", step.words())
                .update();
    }

    /** The last one of a team. */
    Optional<Removal> of(URI team) {
        return db.sql(SELECT + " WHERE team = :team ORDER BY removed_at DESC, id DESC LIMIT 1")
                .param("team", team.toString())
                .query((row, _) -> removal(row))
                .optional()
                .map(this::withSteps);
    }

    Optional<Removal> find(UUID id) {
        return db.sql(SELECT + " WHERE id = :id")
                .param("id", id)
                .query((row, _) -> removal(row))
                .optional()
                .map(this::withSteps);
    }

    Optional<Removal> find(SecretHash link) {
        return db.sql(SELECT + " WHERE id = (SELECT removal FROM removals.link WHERE hash = :hash)")
                .param("hash", link.hex())
                .query((row, _) -> removal(row))
                .optional()
                .map(this::withSteps);
    }

    /** As {@link #find}, and nobody else adds a step until the transaction ends. */
    Optional<Removal> lock(UUID id) {
        db.sql("SELECT id FROM removals.removal WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(UUID.class)
                .optional();
        return find(id);
    }

    /** Appeals that wait for an answer, then all others, the newest first. */
    List<Removal> all(int most) {
        return withSteps(db.sql(SELECT + """
                 ORDER BY (SELECT kind FROM removals.step WHERE removal = id ORDER BY number DESC LIMIT 1) = 'APPEALED' DESC,
                          removed_at DESC, id DESC
                 LIMIT :most""")
                .param("most", most)
                .query((row, _) -> removal(row))
                .list());
    }

    int countAppeals() {
        return db.sql("""
                SELECT count(*) FROM removals.removal
                 WHERE (SELECT kind FROM removals.step WHERE removal = id ORDER BY number DESC LIMIT 1) = 'APPEALED'""").query(Integer.class).single();
    }

    /** Those beyond the newest few open nothing any more. */
    void addLink(UUID removal, SecretHash link, Instant now, int most) {
        db.sql("INSERT INTO removals.link (hash, removal, made_at) VALUES (:hash, :removal, :now)")
                .param("hash", link.hex())
                .param("removal", removal)
                .param("now", Instants.parameter(now))
                .update();
        db.sql("""
                DELETE FROM removals.link
                 WHERE removal = :removal
                   AND hash NOT IN (SELECT hash FROM removals.link WHERE removal = :removal
                                     ORDER BY made_at DESC, hash LIMIT :most)""").param("removal", removal).param("most", most).update();
    }

    void putInvite(UUID removal, String invite) {
        db.sql("UPDATE removals.removal SET invite = :invite WHERE id = :removal")
                .param("invite", invite)
                .param("removal", removal)
                .update();
    }

    /** What nobody waits for, bars nobody, and is that old. */
    void forgetDecidedBefore(Instant then) {
        db.sql("""
                DELETE FROM removals.removal
                 WHERE (term <> 'OPEN' OR EXISTS (SELECT 1 FROM removals.step WHERE removal = id AND kind = 'PUT_BACK'))
                   AND removed_at < :then
                   AND NOT EXISTS (SELECT 1 FROM removals.step WHERE removal = id AND at >= :then)""").param("then", Instants.parameter(then)).update();
    }

    private Removal withSteps(Removal removal) {
        return withSteps(List.of(removal)).getFirst();
    }

    /** In one question for all of them. */
    private List<Removal> withSteps(List<Removal> removals) {
        var steps = db
                .sql("""
                SELECT removal, kind, at, words FROM removals.step
                 WHERE removal = ANY (CAST(:removals AS uuid[])) ORDER BY number""")
                .param(
                        "removals",
                        removals.stream()
                                .map(removal -> removal.id().toString())
                                .toArray(String[]::new))
                .query((row, _) -> Map.entry(row.getObject("removal", UUID.class), step(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return removals.stream()
                .map(removal -> removal.with(steps.getOrDefault(removal.id(), List.of())))
                .toList();
    }

    private static Step step(ResultSet row) throws SQLException {
        return new Step(Step.Kind.valueOf(row.getString("kind")), Instants.read(row, "at"), row.getString("words"));
    }

    private static Removal removal(ResultSet row) throws SQLException {
        return new Removal(
                row.getObject("id", UUID.class),
                new Subject(
                        URI.create(row.getString("team")),
                        row.getString("host"),
                        row.getString("name"),
                        row.getBoolean("admitted"),
                        row.getString("invite")),
                row.getInt("version"),
                row.getInt("rule"),
                row.getString("rule_words"),
                Term.valueOf(row.getString("term")),
                row.getBoolean("fraud"),
                Instants.read(row, "removed_at"),
                List.of());
    }
}
