// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.vouches;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.kernel.Instants;

/** SQL of vouches. */
final class VouchStore {

    private final JdbcClient db;

    VouchStore(JdbcClient db) {
        this.db = db;
    }

    /** All that count: in number within what their hands may give, not taken back, and not for somebody who deceived. */
    List<Vouch> counting() {
        return db.sql("""
                SELECT voucher, vouched FROM vouches.vouch
                 WHERE counted_at IS NOT NULL AND ended_at IS NULL AND NOT void
                 ORDER BY voucher, vouched""")
                .query((row, _) ->
                        new Vouch(URI.create(row.getString("voucher")), URI.create(row.getString("vouched"))))
                .list();
    }

    /** Its document was read, and names this collection; nothing is taken from a former one. */
    void readSoon(URI voucher, String domain, URI collection, Instant now) {
        db.sql("""
                INSERT INTO vouches.reading (voucher, domain, collection, next_look_at)
                VALUES (:voucher, :domain, :collection, :now)
                    ON CONFLICT (voucher) DO UPDATE
                   SET domain = excluded.domain, collection = excluded.collection, next_look_at = excluded.next_look_at""")
                .param("voucher", voucher.toString())
                .param("domain", domain)
                .param("collection", collection.toString())
                .param("now", Instants.parameter(now))
                .update();
    }

    /** False where it is not listed, or names no collection. */
    boolean readAgain(URI voucher, Instant at) {
        return db.sql("UPDATE vouches.reading SET next_look_at = :at WHERE voucher = :voucher")
                        .param("voucher", voucher.toString())
                        .param("at", Instants.parameter(at))
                        .update()
                == 1;
    }

    /**
     * A collection that is to be read.
     *
     * @param domain of the voucher
     */
    record Reading(URI voucher, String domain, URI collection) {}

    /** What is due, and not again before the pause is over. */
    List<Reading> claim(Instant now, Duration pause, int most) {
        return db.sql("""
                UPDATE vouches.reading SET next_look_at = :later
                 WHERE voucher IN (SELECT voucher FROM vouches.reading WHERE next_look_at <= :now
                                    ORDER BY next_look_at LIMIT :most FOR UPDATE SKIP LOCKED)
                RETURNING voucher, domain, collection""")
                .param("later", Instants.parameter(now.plus(pause)))
                .param("now", Instants.parameter(now))
                .param("most", most)
                .query((row, _) -> new Reading(
                        URI.create(row.getString("voucher")),
                        row.getString("domain"),
                        URI.create(row.getString("collection"))))
                .list();
    }

    /** Nobody else counts until the transaction ends. */
    void lock() {
        db.sql("LOCK TABLE vouches.vouch IN SHARE ROW EXCLUSIVE MODE").update();
    }

    /** Whether it is still listed. */
    boolean isRead(URI voucher) {
        return db.sql("SELECT EXISTS (SELECT 1 FROM vouches.reading WHERE voucher = :voucher)")
                .param("voucher", voucher.toString())
                .query(Boolean.class)
                .single();
    }

    /** What does not stand there any more is taken back. */
    void endAllBut(URI voucher, Collection<URI> vouched, Instant now) {
        db.sql("""
                UPDATE vouches.vouch
                   SET ended_at = :now, counted_until = CASE WHEN counted_at IS NULL THEN counted_until ELSE :now END
                 WHERE voucher = :voucher AND ended_at IS NULL AND vouched <> ALL (CAST(:vouched AS text[]))""")
                .param("now", Instants.parameter(now))
                .param("voucher", voucher.toString())
                .param("vouched", vouched.stream().map(URI::toString).toArray(String[]::new))
                .update();
    }

    /** It stands there; what was taken back before is new again, but for the place that it took. */
    void seen(Vouch vouch, String domain, Instant now) {
        db.sql("""
                INSERT INTO vouches.vouch AS known (voucher, vouched, domain, seen_at)
                VALUES (:voucher, :vouched, :domain, :now)
                    ON CONFLICT (voucher, vouched) DO UPDATE
                   SET domain = excluded.domain,
                       counted_at = CASE WHEN known.ended_at IS NULL THEN known.counted_at END,
                       void = known.void AND known.ended_at IS NULL,
                       ended_at = NULL""")
                .param("voucher", vouch.voucher().toString())
                .param("vouched", vouch.vouched().toString())
                .param("domain", domain)
                .param("now", Instants.parameter(now))
                .update();
    }

    /** How many the hands gave since then, also those that they took back. */
    int givenSince(Collection<String> domains, Instant then) {
        return db.sql("""
                SELECT count(*) FROM vouches.vouch
                 WHERE domain = ANY (CAST(:domains AS text[])) AND given_at >= :then""")
                .param("domains", domains.toArray(String[]::new))
                .param("then", Instants.parameter(then))
                .query(Integer.class)
                .single();
    }

    /** Those of this month that were taken back and stand there again: their places are theirs. */
    void countAgain(URI voucher, Instant monthBegan, Instant now) {
        db.sql("""
                UPDATE vouches.vouch SET counted_at = :now
                 WHERE voucher = :voucher AND given_at >= :monthBegan
                   AND counted_at IS NULL AND ended_at IS NULL AND NOT void""")
                .param("now", Instants.parameter(now))
                .param("voucher", voucher.toString())
                .param("monthBegan", Instants.parameter(monthBegan))
                .update();
    }

    /** False where it counts already, or never will. */
    boolean count(Vouch vouch, Instant now) {
        return db.sql("""
                UPDATE vouches.vouch SET counted_at = :now, given_at = :now
                 WHERE voucher = :voucher AND vouched = :vouched
                   AND counted_at IS NULL AND ended_at IS NULL AND NOT void""")
                        .param("now", Instants.parameter(now))
                        .param("voucher", vouch.voucher().toString())
                        .param("vouched", vouch.vouched().toString())
                        .update()
                == 1;
    }

    boolean isSuspended(Collection<String> domains, Instant now) {
        return db.sql("""
                SELECT EXISTS (SELECT 1 FROM vouches.suspension
                                WHERE domain = ANY (CAST(:domains AS text[])) AND until > :now)""")
                .param("domains", domains.toArray(String[]::new))
                .param("now", Instants.parameter(now))
                .query(Boolean.class)
                .single();
    }

    /**
     * The team deceived: no vouch for it counts, and whoever gave one gives none before then.
     *
     * @param liable whoever took theirs back before this moment has nothing to do with it
     */
    void deceived(URI vouched, Instant liable, Instant until) {
        db.sql("""
                INSERT INTO vouches.suspension (domain, because_of, until)
                SELECT DISTINCT domain, vouched, CAST(:until AS timestamptz) FROM vouches.vouch
                 WHERE vouched = :vouched
                   AND ((counted_at IS NOT NULL AND ended_at IS NULL) OR counted_until > :liable)
                    ON CONFLICT (domain, because_of) DO UPDATE SET until = excluded.until""")
                .param("until", Instants.parameter(until))
                .param("vouched", vouched.toString())
                .param("liable", Instants.parameter(liable))
                .update();
        db.sql("UPDATE vouches.vouch SET void = true WHERE vouched = :vouched AND ended_at IS NULL")
                .param("vouched", vouched.toString())
                .update();
    }

    /** It did not, after all. */
    void cleared(URI vouched) {
        db.sql("DELETE FROM vouches.suspension WHERE because_of = :vouched")
                .param("vouched", vouched.toString())
                .update();
        db.sql("UPDATE vouches.vouch SET void = false WHERE vouched = :vouched")
                .param("vouched", vouched.toString())
                .update();
    }

    /**
     * It is not listed any more. What counted is kept as if it had been taken back: whoever leaves and comes again gives no more by
     * that, and answers for those it stood up for.
     */
    void forget(URI voucher, Instant now) {
        db.sql("DELETE FROM vouches.reading WHERE voucher = :voucher")
                .param("voucher", voucher.toString())
                .update();
        endAllBut(voucher, List.of(), now);
        db.sql("DELETE FROM vouches.vouch WHERE voucher = :voucher AND given_at IS NULL")
                .param("voucher", voucher.toString())
                .update();
    }

    /**
     * What was taken back; suspensions that are over.
     *
     * @param monthBegan what was given before does not count in any month to come
     * @param liable nobody answers for what was taken back before
     */
    void forgetPast(Instant monthBegan, Instant liable, Instant now) {
        db.sql("""
                DELETE FROM vouches.vouch
                 WHERE ended_at IS NOT NULL
                   AND (given_at IS NULL OR given_at < :monthBegan)
                   AND (counted_until IS NULL OR counted_until <= :liable)""")
                .param("monthBegan", Instants.parameter(monthBegan))
                .param("liable", Instants.parameter(liable))
                .update();
        db.sql("DELETE FROM vouches.suspension WHERE until <= :now")
                .param("now", Instants.parameter(now))
                .update();
    }
}
