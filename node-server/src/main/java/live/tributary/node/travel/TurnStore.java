// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.kernel.Instants;

/** SQL of how many viewers of this node each team was sent, and how many were due to it. */
final class TurnStore {

    private final JdbcClient db;

    TurnStore(JdbcClient db) {
        this.db = db;
    }

    /** Of those among the targets to whom viewers were due before. */
    Map<URI, SentTurn> of(Collection<URI> targets, Instant now) {
        return targets.isEmpty() ? Map.of() : find(targets, now, "");
    }

    private Map<URI, SentTurn> find(Collection<URI> targets, Instant now, String lock) {
        return db
                .sql("SELECT target, received, due, at FROM travel.turn WHERE target IN (:targets)" + lock)
                .param("targets", targets.stream().map(URI::toString).toList())
                .query((row, _) -> Map.entry(
                        URI.create(row.getString("target")),
                        new SentTurn(row.getDouble("received"), row.getDouble("due"))
                                .after(Duration.between(Instants.read(row, "at"), now))))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** A raft goes to one of these: it was due to each of them by the same share. */
    void due(List<URI> targets, int size, Instant now) {
        targets.stream().sorted().forEach(target -> add(target, 0, (double) size / targets.size(), now));
    }

    /** One viewer was sent there. */
    void received(URI target, Instant now) {
        add(target, 1, 0, now);
    }

    private void add(URI target, double received, double due, Instant now) {
        // A row that is not there yet would lock nothing.
        db.sql("""
                INSERT INTO travel.turn (target, received, due, at) VALUES (:target, 0, 0, :now)
                    ON CONFLICT (target) DO NOTHING""")
                .param("target", target.toString())
                .param("now", Instants.parameter(now))
                .update();
        var turn = find(List.of(target), now, " FOR UPDATE")
                .getOrDefault(target, SentTurn.NEW)
                .plus(received, due);
        db.sql("UPDATE travel.turn SET received = :received, due = :due, at = :now WHERE target = :target")
                .param("target", target.toString())
                .param("received", turn.received())
                .param("due", turn.due())
                .param("now", Instants.parameter(now))
                .update();
    }

    /** After so long hardly anything is left of it. */
    void forgetBefore(Instant moment) {
        db.sql("DELETE FROM travel.turn WHERE at < :moment")
                .param("moment", Instants.parameter(moment))
                .update();
    }
}
