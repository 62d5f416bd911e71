// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.time.Instant;

import live.tributary.federation.vocab.Activity;

/**
 * Somebody elsewhere said something of which the inbox keeps nothing: whoever follows them may want to know, or whoever is
 * asked. Signed by its actor. Published inside the transaction in which it is noted as done.
 *
 * @param arrival its place among all that came
 * @param at when it came
 */
public record ActorSpoke(Activity activity, long arrival, Instant at) {}
