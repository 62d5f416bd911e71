// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.time.Instant;

/**
 * When a broadcast began and what has happened to it.
 *
 * @param since when the first picture could be seen
 * @param updated when anything about it changed last
 * @param sequence counts the changes of one broadcast, from 1: readers ignore what is not newer
 */
public record LiveTimes(Instant since, Instant updated, long sequence, LivePhase phase) {}
