// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

/** A stream is still on air, or somebody offers a hand-off. */
public record Offer(Envelope envelope, Reference object) implements Activity {}
