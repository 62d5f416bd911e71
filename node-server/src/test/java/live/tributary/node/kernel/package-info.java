// SPDX-License-Identifier: AGPL-3.0-or-later
/** Tests of the words that every module uses. */
@NullMarked
package live.tributary.node.kernel;

import org.jspecify.annotations.NullMarked;
