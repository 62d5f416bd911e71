// SPDX-License-Identifier: AGPL-3.0-or-later
/** The message files, and a language nobody speaks that finds what a translation would break. */
@NullMarked
package live.tributary.web.text;

import org.jspecify.annotations.NullMarked;
