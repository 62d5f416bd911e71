// SPDX-License-Identifier: AGPL-3.0-or-later
/** Tickets of hand-offs: how a target knows viewers whom it made room for, without knowing who they are. */
@NullMarked
package live.tributary.federation.handoff;

import org.jspecify.annotations.NullMarked;
