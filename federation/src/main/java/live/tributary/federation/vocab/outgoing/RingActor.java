// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

/** A ring of teams, a Service: others look up its members behind it. */
public record RingActor(ActorProfile profile) implements LocalActor {}
