// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

/** Somebody points at an object, or a Group passes on an activity (FEP-1b12). Worth no more than a hint. */
public record Announce(Envelope envelope, Reference object) implements Activity {}
