// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

/** There is something new. */
public record Create(Envelope envelope, Reference object) implements Activity {}
