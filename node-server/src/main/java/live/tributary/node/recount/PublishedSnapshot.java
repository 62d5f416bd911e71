// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.recount;

import live.tributary.node.fairturn.Snapshot;

/** A snapshot together with the bytes that its directory signed.
 *  @param document what was signed, and by which key */
public record PublishedSnapshot(SignedDocument document, Snapshot snapshot) {

    /** Reads what a directory serves.
     *  @throws UnreadableException with a sentence */
    public static PublishedSnapshot read(byte[] bytes) {
        var document = SignedDocument.read(bytes);
        return new PublishedSnapshot(document, SnapshotJson.read(document.content()));
    }
}
