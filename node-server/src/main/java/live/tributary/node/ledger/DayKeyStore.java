// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.ledger;

import java.time.LocalDate;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.fairturn.DayKey;

/** SQL of the secrets of days. */
final class DayKeyStore {

    private final JdbcClient db;

    DayKeyStore(JdbcClient db) {
        this.db = db;
    }

    /** What was stored first stays: its hash may be in the chain. */
    void add(LocalDate day, DayKey key, String handsSalt) {
        db.sql("""
                INSERT INTO ledger.day_key (day, key, hands_salt) VALUES (:day, :key, :salt)
                    ON CONFLICT (day) DO NOTHING""")
                .param("day", day)
                .param("key", key.hex())
                .param("salt", handsSalt)
                .update();
    }

    Optional<Secrets> find(LocalDate day) {
        return db.sql("SELECT key, hands_salt FROM ledger.day_key WHERE day = :day")
                .param("day", day)
                .query((row, _) -> new Secrets(new DayKey(row.getString("key")), row.getString("hands_salt")))
                .optional();
    }

    /**
     * Of one day.
     *
     * @param key the directory's part of the dice
     * @param handsSalt goes into the numbers of hands
     */
    record Secrets(DayKey key, String handsSalt) {

        @Override
        public String toString() {
            return "Secrets[redacted]";
        }
    }
}
