// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.removals;

/** A team was taken off by a rule. Published inside the transaction, before the team is gone. */
public record TeamRemoved(Removal removal) {}
