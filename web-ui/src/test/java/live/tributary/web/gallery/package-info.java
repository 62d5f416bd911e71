// SPDX-License-Identifier: AGPL-3.0-or-later
/** Every page in every state, with fixed data: looked at, measured and checked in a browser without a node. */
@NullMarked
package live.tributary.web.gallery;

import org.jspecify.annotations.NullMarked;
