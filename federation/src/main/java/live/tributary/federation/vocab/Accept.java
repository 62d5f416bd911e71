// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

/** Somebody says yes, to a Follow, an Invite or an Offer. */
public record Accept(Envelope envelope, Reference object) implements Activity {}
