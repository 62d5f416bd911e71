// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import live.tributary.node.fairturn.Any;
import live.tributary.node.fairturn.DayKey;
import live.tributary.node.fairturn.Minute;
import live.tributary.node.fairturn.Snapshot;
import live.tributary.node.recount.SignedDocument;
import live.tributary.node.recount.SnapshotJson;

/**
 * What a directory has in its books of one minute, to be written into those of several.
 *
 * @param signed the snapshot as it is published
 */
record SameBooks(Minute minute, SignedDocument signed, DayKey key) {

    private static final int TEAMS = 200;
    private static final int VISITORS = 200;

    /** Some teams of any kind. */
    static SameBooks of(Any any, Instant moment) {
        var minute = Minute.of(moment);
        var key = any.key();
        var other = any.snapshot(TEAMS, key);
        var snapshot = new Snapshot(
                minute, other.previous(), other.dayKey(), other.nextDayKey(), other.newcomerCaps(), other.lines());
        try {
            var keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new SameBooks(minute, SignedDocument.sign(SnapshotJson.write(snapshot), keys), key);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Where the pages of some visitors lie, each with dice of their own, who want to see this and that. */
    List<String> pages(Any any) {
        return Stream.of("", "&page=2", "&tag=chess", "&lang=de&hide=violence", "&lang=en&tag=garden&tag=pottery")
                .flatMap(wish -> Stream.generate(any::nonce)
                        .limit(VISITORS)
                        .distinct()
                        .map(nonce -> "/api/v1/directory/draw?n=%s&at=%s%s".formatted(nonce, minute, wish)))
                .toList();
    }
}
