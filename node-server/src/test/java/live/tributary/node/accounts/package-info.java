// SPDX-License-Identifier: AGPL-3.0-or-later
/** Tests of people who can log in. */
@NullMarked
package live.tributary.node.accounts;

import org.jspecify.annotations.NullMarked;
