// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.time.Instant;

import live.tributary.federation.vocab.RemoteVideo;

/**
 * Somebody elsewhere showed a Video, or changed it. It is in the words of its own server: signed by its author, or fetched
 * there. Published inside the transaction in which the activity is noted as done.
 *
 * @param at when the activity came
 */
public record VideoShown(RemoteVideo video, Instant at) {}
