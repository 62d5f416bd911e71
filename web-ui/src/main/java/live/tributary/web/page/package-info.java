// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The front door: one record per page, holding everything that page shows and nothing else, and {@link
 * live.tributary.web.page.Pages}, which turns a record into HTML.
 */
@NullMarked
package live.tributary.web.page;

import org.jspecify.annotations.NullMarked;
