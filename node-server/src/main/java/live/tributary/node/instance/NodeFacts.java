// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.instance;

import java.net.URI;

import live.tributary.node.kernel.DisplayName;

/** What everybody may know of this node.
 *  @param address its root page, as people outside reach it */
public record NodeFacts(DisplayName name, URI address) {}
