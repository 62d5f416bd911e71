// SPDX-License-Identifier: AGPL-3.0-or-later
/** Rules of the whole module. */
@NullMarked
package live.tributary.web;

import org.jspecify.annotations.NullMarked;
