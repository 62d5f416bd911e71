// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.util.UUID;

/** A broadcast was taken back, for good. Published in the transaction in which it was. */
public record VideoTakenBack(UUID video) {}
