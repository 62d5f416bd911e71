// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import live.tributary.federation.vocab.Arrivals;

/**
 * Somebody who may be asked.
 *
 * @param allowance A: by what their directory publishes, in units of 2^-20
 * @param arrivals what their heartbeats say
 * @param correction F: above one for who was sent less than was due, in units of 2^-20
 */
record Candidate(Prospect prospect, Lane lane, int allowance, Arrivals arrivals, int correction) {}
