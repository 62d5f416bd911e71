// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

/** Somebody says no, or no longer. */
public record Reject(Envelope envelope, Reference object) implements Activity {}
