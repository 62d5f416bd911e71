// SPDX-License-Identifier: AGPL-3.0-or-later
/** Tests of what is left of strangers' HTML. */
@NullMarked
package live.tributary.federation.html;

import org.jspecify.annotations.NullMarked;
