// SPDX-License-Identifier: AGPL-3.0-or-later
@NullMarked
package live.tributary.node.rings;

import org.jspecify.annotations.NullMarked;
