// SPDX-License-Identifier: AGPL-3.0-or-later
/** What every page must hold, read from its HTML as a browser without scripts would. */
@NullMarked
package live.tributary.web.page;

import org.jspecify.annotations.NullMarked;
