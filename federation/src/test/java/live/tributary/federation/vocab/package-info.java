// SPDX-License-Identifier: AGPL-3.0-or-later
/** Tests of what a node hears. */
@NullMarked
package live.tributary.federation.vocab;

import org.jspecify.annotations.NullMarked;
