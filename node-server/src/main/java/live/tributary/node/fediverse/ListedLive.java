// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.net.URI;
import java.util.List;

/** Of a node that keeps a directory: known by a module above this one, and there only where the node keeps one. */
public interface ListedLive {

    /** Broadcasts that are live in its list, by their addresses. */
    List<URI> videos();
}
