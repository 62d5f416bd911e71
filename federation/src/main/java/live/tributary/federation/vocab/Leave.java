// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

/** A stream has gone off air. */
public record Leave(Envelope envelope, Reference object) implements Activity {}
