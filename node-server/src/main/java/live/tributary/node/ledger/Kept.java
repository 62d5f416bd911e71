// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.ledger;

import java.util.Map;

import live.tributary.node.directory.LiveGroup;
import live.tributary.node.fairturn.Gid;
import live.tributary.node.fairturn.Snapshot;
import live.tributary.node.recount.SignedDocument;

/**
 * A snapshot of the last minutes.
 *
 * @param groups who were live in it; nobody after a restart, as snapshots do not say who they are
 */
public record Kept(Snapshot snapshot, SignedDocument document, Map<Gid, LiveGroup> groups) {

    public Kept {
        groups = Map.copyOf(groups);
    }
}
