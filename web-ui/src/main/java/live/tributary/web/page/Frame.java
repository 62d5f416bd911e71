// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.net.URI;
import java.util.Locale;

import live.tributary.web.asset.Brand;

/**
 * What every page shows around its content.
 *
 * @param locale language of the texts
 * @param address absolute address of this page, without a query: the canonical link
 * @param nodeName what this node calls itself
 * @param brand colours of the team whose page this is, or of the node
 * @param visitor who is looking
 * @param federated whether this node speaks with other servers
 * @param following whether people here follow others, too
 * @param csrfToken goes into every form as {@code _csrf}
 */
public record Frame(
        Locale locale,
        URI address,
        String nodeName,
        Brand brand,
        Visitor visitor,
        boolean federated,
        boolean following,
        String csrfToken) {}
