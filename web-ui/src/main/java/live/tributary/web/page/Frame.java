// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

import live.tributary.web.asset.Brand;

/**
 * What every page shows around its content.
 *
 * @param locale language of the texts
 * @param address absolute address of this page, without a query: the canonical link
 * @param nodeName what this node calls itself
 * @param brand colours of the team whose page this is, or of the node
 * @param visitor who is looking
 * @param parts which further pages this node has
 * @param csrfToken goes into every form as {@code _csrf}
 */
public record Frame(
        Locale locale, URI address, String nodeName, Brand brand, Visitor visitor, Set<Part> parts, String csrfToken) {

    public Frame {
        parts = Set.copyOf(parts);
    }

    /** Pages that only some nodes have. */
    public enum Part {
        /** The node speaks with other servers. */
        FEDIVERSE,
        /** People here follow others, too. */
        FOLLOWING,
        /** Teams here may be listed in directories. */
        LISTING,
        /** Teams here may be in rings. */
        RINGS,
        /** Teams here carry viewers on to others. */
        DOWNSTREAM,
        /** The node keeps a directory itself. */
        DIRECTORY,
        /** Its directory shows rings. */
        LISTED_RINGS
    }

    /** Whether this node speaks with other servers. */
    public boolean federated() {
        return parts.contains(Part.FEDIVERSE);
    }

    /** Whether people here follow others, too. */
    public boolean following() {
        return parts.contains(Part.FOLLOWING);
    }

    /** Whether teams here may be listed in directories. */
    public boolean listing() {
        return parts.contains(Part.LISTING);
    }

    /** Whether teams here may be in rings. */
    public boolean rings() {
        return parts.contains(Part.RINGS);
    }

    /** Whether teams here carry viewers on to others. */
    public boolean downstream() {
        return parts.contains(Part.DOWNSTREAM);
    }

    /** Whether this node keeps a directory itself. */
    public boolean keepsDirectory() {
        return parts.contains(Part.DIRECTORY);
    }

    /** Whether its directory has a page of rings. */
    public boolean listedRings() {
        return parts.contains(Part.LISTED_RINGS);
    }
}
