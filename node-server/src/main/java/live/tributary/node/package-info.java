// SPDX-License-Identifier: AGPL-3.0-or-later
/** The node: one process that joins the libraries. Each direct sub-package is one module of the house. */
@NullMarked
package live.tributary.node;

import org.jspecify.annotations.NullMarked;
