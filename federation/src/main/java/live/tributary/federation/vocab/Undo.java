// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

/** Somebody takes back an activity of their own. */
public record Undo(Envelope envelope, Reference object) implements Activity {}
