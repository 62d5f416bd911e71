// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

/** Something has changed: an object, or the actor itself. */
public record Update(Envelope envelope, Reference object) implements Activity {}
