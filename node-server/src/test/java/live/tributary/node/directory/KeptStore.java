// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.net.URI;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.fairturn.Gid;

/** What a directory keeps, for a test to look behind the scenes. */
final class KeptStore {

    private final JdbcClient db;

    KeptStore(JdbcClient db) {
        this.db = db;
    }

    /** As if the address of a team gave this number. */
    void number(URI team, Gid gid) {
        db.sql("UPDATE directory.listing SET gid = :gid WHERE actor = :actor")
                .param("gid", gid.bits())
                .param("actor", team.toString())
                .update();
    }

    /** For whom a team vouches so that it counts. */
    List<String> vouched(URI voucher) {
        return db.sql(
                        "SELECT vouched FROM vouches.vouch WHERE voucher = :voucher AND counted_at IS NOT NULL AND ended_at IS NULL ORDER BY vouched")
                .param("voucher", voucher.toString())
                .query(String.class)
                .list();
    }

    int samples() {
        return db.sql("SELECT count(*) FROM directory.sample")
                .query(Integer.class)
                .single();
    }

    /** Gives a broadcast elsewhere a title, and tells nobody. */
    void rename(URI video, String title) {
        db.sql("UPDATE following.stream SET title = :title WHERE id = :id")
                .param("title", title)
                .param("id", video.toString())
                .update();
    }
}
