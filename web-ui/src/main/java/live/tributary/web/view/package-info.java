// SPDX-License-Identifier: AGPL-3.0-or-later
/** What a template may call: texts, assets and times in the language of the page. */
@NullMarked
package live.tributary.web.view;

import org.jspecify.annotations.NullMarked;
