// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

/** The node itself, an Application (FEP-2677, FEP-d556). */
public record NodeActor(ActorProfile profile) implements LocalActor {}
