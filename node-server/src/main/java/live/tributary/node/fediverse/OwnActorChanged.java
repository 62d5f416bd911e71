// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

/** What one of our actors says of itself reads differently now. Published inside the transaction. */
public record OwnActorChanged(ActorId actor) {}
