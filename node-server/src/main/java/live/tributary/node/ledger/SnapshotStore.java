// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.fairturn.Hash;
import live.tributary.node.fairturn.Minute;
import live.tributary.node.kernel.Instants;
import live.tributary.node.recount.SignedDocument;

/** SQL of the chain of snapshots. */
final class SnapshotStore {

    private final JdbcClient db;

    SnapshotStore(JdbcClient db) {
        this.db = db;
    }

    /** A second one of the same minute is refused by the database: it would be proof of fraud. */
    void add(Minute minute, SignedDocument snapshot) {
        db.sql("""
                INSERT INTO ledger.snapshot (minute, hash, key, signature, content)
                VALUES (:minute, :hash, :key, :signature, :content)""")
                .param("minute", Instants.parameter(minute.start()))
                .param("hash", snapshot.hash().hex())
                .param("key", snapshot.key())
                .param("signature", snapshot.signature())
                .param("content", snapshot.content())
                .update();
    }

    /** The end of the chain. */
    Optional<Link> last() {
        return db.sql("SELECT minute, hash FROM ledger.snapshot ORDER BY minute DESC LIMIT 1")
                .query((row, _) -> new Link(minute(row), new Hash(row.getString("hash"))))
                .optional();
    }

    /** A snapshot in the chain. */
    record Link(Minute minute, Hash hash) {}

    /** Empty where there was none, or where its content is not kept any more. */
    Optional<SignedDocument> find(Minute minute) {
        return db.sql("""
                SELECT key, signature, content FROM ledger.snapshot
                 WHERE minute = :minute AND content IS NOT NULL""")
                .param("minute", Instants.parameter(minute.start()))
                .query((row, _) ->
                        new SignedDocument(row.getString("key"), row.getString("signature"), row.getBytes("content")))
                .optional();
    }

    /** Its hash, which is kept for good. */
    Optional<Hash> hash(Minute minute) {
        return db.sql("SELECT hash FROM ledger.snapshot WHERE minute = :minute")
                .param("minute", Instants.parameter(minute.start()))
                .query((row, _) -> new Hash(row.getString("hash")))
                .optional();
    }

    /** Bytes of all contents. */
    long bytes() {
        return db.sql("SELECT coalesce(sum(octet_length(content)), 0) FROM ledger.snapshot WHERE content IS NOT NULL")
                .query(Long.class)
                .single();
    }

    /** Lets contents of before that moment go, but for the first of each hour. */
    void thin(Instant before) {
        db.sql("""
                UPDATE ledger.snapshot SET content = NULL
                 WHERE content IS NOT NULL AND minute < :before
                   AND minute NOT IN (SELECT min(minute) FROM ledger.snapshot
                                       WHERE content IS NOT NULL AND minute < :before
                                       GROUP BY date_trunc('hour', minute))""").param("before", Instants.parameter(before)).update();
    }

    /** Lets all contents of before that moment go. */
    void drop(Instant before) {
        db.sql("UPDATE ledger.snapshot SET content = NULL WHERE content IS NOT NULL AND minute < :before")
                .param("before", Instants.parameter(before))
                .update();
    }

    /** When so many bytes are kept of what is younger; empty where less is. */
    Optional<Instant> youngestBeyond(long bytes) {
        return db.sql("""
                SELECT max(minute) AS minute
                  FROM (SELECT minute, sum(octet_length(content)) OVER (ORDER BY minute DESC) AS younger
                          FROM ledger.snapshot WHERE content IS NOT NULL) kept
                 WHERE younger > :bytes""")
                .param("bytes", bytes)
                .query((row, _) -> Instants.readOptional(row, "minute"))
                .single();
    }

    private static Minute minute(ResultSet row) throws SQLException {
        return new Minute(Instants.read(row, "minute"));
    }
}
