// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.kernel.Instants;

/** Writes into the books of a directory, as if it had kept them. */
final class BooksStore {

    private final JdbcClient db;

    BooksStore(JdbcClient db) {
        this.db = db;
    }

    void add(SameBooks books) {
        db.sql("INSERT INTO ledger.day_key (day, key, hands_salt) VALUES (:day, :key, '')")
                .param("day", books.minute().day())
                .param("key", books.key().hex())
                .update();
        db.sql("""
                INSERT INTO ledger.snapshot (minute, hash, key, signature, content)
                VALUES (:minute, :hash, :key, :signature, :content)""")
                .param("minute", Instants.parameter(books.minute().start()))
                .param("hash", books.signed().hash().hex())
                .param("key", books.signed().key())
                .param("signature", books.signed().signature())
                .param("content", books.signed().content())
                .update();
    }
}
