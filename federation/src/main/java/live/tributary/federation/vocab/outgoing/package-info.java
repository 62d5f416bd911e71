// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What a node says: records in, exact documents out. The forms are those that PeerTube, Mastodon, Lemmy, Owncast and
 * Fedify accept; every deviation from the shortest JSON-LD has a reader that needs it.
 */
@NullMarked
package live.tributary.federation.vocab.outgoing;

import org.jspecify.annotations.NullMarked;
