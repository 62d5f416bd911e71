// SPDX-License-Identifier: AGPL-3.0-or-later
/** HTML of strangers, made harmless. */
@NullMarked
package live.tributary.federation.html;

import org.jspecify.annotations.NullMarked;
