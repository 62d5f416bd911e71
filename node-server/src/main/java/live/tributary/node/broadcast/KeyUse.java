// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.broadcast;

import java.time.Instant;

/** Whether an encoder has used a key, and when it last did. */
public sealed interface KeyUse {

    record Never() implements KeyUse {}

    record Last(Instant at) implements KeyUse {}
}
