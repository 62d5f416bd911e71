// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.util.List;

import live.tributary.node.team.Team;
import live.tributary.web.page.RingStrip;

/** The rings that a team is in, for its own pages. Asks nobody elsewhere. Safe for any thread that may block. */
interface RingStrips {

    /** Of a node without rings. */
    RingStrips NONE = _ -> List.of();

    List<RingStrip> of(Team team);
}
