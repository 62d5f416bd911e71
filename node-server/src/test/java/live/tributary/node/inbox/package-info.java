// SPDX-License-Identifier: AGPL-3.0-or-later
/** Tests of what other servers send. */
@NullMarked
package live.tributary.node.inbox;

import org.jspecify.annotations.NullMarked;
