// SPDX-License-Identifier: AGPL-3.0-or-later
/** What the browser loads beside the HTML: built scripts and styles, a team's colours, and the policy that fences them in. */
@NullMarked
package live.tributary.web.asset;

import org.jspecify.annotations.NullMarked;
