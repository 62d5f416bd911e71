// SPDX-License-Identifier: AGPL-3.0-or-later
/** Holds the documentation to the code: its links lead somewhere, its settings exist. */
@NullMarked
package live.tributary.node.docs;

import org.jspecify.annotations.NullMarked;
