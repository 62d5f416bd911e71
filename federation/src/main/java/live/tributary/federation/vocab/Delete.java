// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

/** Something is gone: an object or a Tombstone, or the actor itself. */
public record Delete(Envelope envelope, Reference object) implements Activity {}
