// SPDX-License-Identifier: AGPL-3.0-or-later
/** Tests of the HTTP API against a whole node. */
@NullMarked
package live.tributary.node.api;

import org.jspecify.annotations.NullMarked;
