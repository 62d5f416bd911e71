// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.time.Instant;

/**
 * A team showed the same again: perhaps a rerun, perhaps a picture that stands still.
 *
 * @param first when it was seen
 * @param again when it was seen once more, within a day
 */
public record Suspicion(Instant first, Instant again) {}
