// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

/** A streamer, or the steward of a team. */
public record PersonActor(ActorProfile profile) implements LocalActor {}
