// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.listing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.federation.vocab.ContentLabel;
import live.tributary.node.kernel.TeamId;

/** SQL of what teams say of themselves for directories. */
final class PitchStore {

    private final JdbcClient db;

    PitchStore(JdbcClient db) {
        this.db = db;
    }

    Pitch of(TeamId team) {
        return db.sql("SELECT consent, promise, tags, languages, labels FROM listing.team WHERE team = :team")
                .param("team", team.value())
                .query((row, _) -> pitch(row))
                .optional()
                .orElse(Pitch.NOTHING);
    }

    /** Whoever changes what the same team says for directories waits until the transaction ends. */
    void lock(TeamId team) {
        db.sql("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended('listing ' || :team, 0))) AS locked")
                .param("team", team.value().toString())
                .query(Integer.class)
                .single();
    }

    void put(TeamId team, Pitch pitch) {
        db.sql("""
                INSERT INTO listing.team (team, consent, promise, tags, languages, labels)
                VALUES (:team, :consent, :promise, :tags, :languages, :labels)
                    ON CONFLICT (team) DO UPDATE
                   SET consent = excluded.consent, promise = excluded.promise, tags = excluded.tags,
                       languages = excluded.languages, labels = excluded.labels""")
                .param("team", team.value())
                .param("consent", pitch.consent().name())
                .param("promise", pitch.promise())
                .param("tags", String.join(" ", pitch.tags()))
                .param("languages", Listed.languages(pitch.languages()))
                .param("labels", pitch.labels().stream().map(ContentLabel::word).collect(Collectors.joining(" ")))
                .update();
    }

    private static Pitch pitch(ResultSet row) throws SQLException {
        return new Pitch(
                Consent.valueOf(row.getString("consent")),
                row.getString("promise"),
                Listed.words(row.getString("tags")),
                Listed.languages(row.getString("languages")),
                labels(row.getString("labels")));
    }

    private static List<ContentLabel> labels(String words) {
        return Listed.words(words).stream()
                .flatMap(word -> ContentLabel.of(word).stream())
                .toList();
    }
}
