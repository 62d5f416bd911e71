// SPDX-License-Identifier: AGPL-3.0-or-later
/** Tests of teams, members and invitations. */
@NullMarked
package live.tributary.node.team;

import org.jspecify.annotations.NullMarked;
