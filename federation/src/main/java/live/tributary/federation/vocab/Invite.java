// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

/** A team asks to be listed. */
public record Invite(Envelope envelope, Reference object) implements Activity {}
