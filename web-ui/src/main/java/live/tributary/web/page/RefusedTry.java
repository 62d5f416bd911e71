// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.time.Instant;

/** A publisher that was turned away. OBS shows no reason, so we do. */
public record RefusedTry(Instant at, RefusalReason reason) {}
