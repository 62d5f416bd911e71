// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * How news reaches other servers although they are slow, gone or full: when to try again, when to leave a host in peace,
 * what an answer means, and which old news is not worth sending any more. Rules only: no clock, no thread, no network.
 */
@NullMarked
package live.tributary.federation.delivery;

import org.jspecify.annotations.NullMarked;
