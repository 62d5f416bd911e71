// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.team;

import live.tributary.node.kernel.DisplayName;
import live.tributary.node.kernel.Handle;
import live.tributary.node.kernel.TeamId;

/** Who streams together, with a look of their own. */
public record Team(TeamId id, Handle handle, DisplayName name, Mark mark, Hue hue) {}
