// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.team;

import live.tributary.node.kernel.DisplayName;
import live.tributary.node.kernel.Handle;

/** A team that somebody wants to found. */
public record NewTeam(Handle handle, DisplayName name, Mark mark, Hue hue) {}
