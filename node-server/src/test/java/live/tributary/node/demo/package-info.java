// SPDX-License-Identifier: AGPL-3.0-or-later
/** The demo's picture, encoder and publisher, tried without a node. */
@NullMarked
package live.tributary.node.demo;

import org.jspecify.annotations.NullMarked;
