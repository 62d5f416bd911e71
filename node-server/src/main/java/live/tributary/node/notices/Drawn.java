// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.notices;

import java.util.List;

/**
 * A page of what is announced, in the order of the draw.
 *
 * @param teams how many teams announce such a thing, on this page and on others
 */
public record Drawn<T>(List<T> page, int teams) {

    public Drawn {
        page = List.copyOf(page);
    }
}
