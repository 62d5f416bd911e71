// SPDX-License-Identifier: AGPL-3.0-or-later
/** Every word a page says, from ICU message files. */
@NullMarked
package live.tributary.web.text;

import org.jspecify.annotations.NullMarked;
