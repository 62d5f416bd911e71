// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.removals;

/** The owner has answered a team that was taken off: it stays so, or comes back. Published inside the transaction. */
public record AppealAnswered(Removal removal) {}
