// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

/**
 * How open an actor is to strangers.
 *
 * @param discoverable may be listed and recommended
 * @param indexable may be found by searching for words (FEP-5feb)
 * @param approvesFollowers whether whoever asks to follow waits for an answer
 */
public record Openness(boolean discoverable, boolean indexable, boolean approvesFollowers) {}
