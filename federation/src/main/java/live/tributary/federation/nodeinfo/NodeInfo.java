// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.nodeinfo;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * What this node says of itself to whoever asks (NodeInfo 2.0 and 2.1).
 *
 * @param version of this software
 * @param name of the node
 * @param description one paragraph of plain text, may be empty
 * @param staff ids of the actors who answer for the node
 * @param openRegistrations whether a stranger may get an account without an invitation
 * @param mode with whom it federates
 * @param figures only those that the operator shows: a hidden number is left out, and never invented
 */
public record NodeInfo(
        String version,
        String name,
        String description,
        List<URI> staff,
        boolean openRegistrations,
        Mode mode,
        Map<Figure, Long> figures) {

    public NodeInfo {
        staff = List.copyOf(staff);
        figures = Map.copyOf(figures);
    }

    /** With whom a node federates. */
    public enum Mode {
        /** With everybody but those who are blocked. */
        OPEN,
        /** With those who are allowed. */
        ALLOW_LIST
    }

    /** A number that a node may show. */
    public enum Figure {
        /** Accounts. */
        USERS,
        /** Accounts that were used within 30 days. */
        USERS_OF_A_MONTH,
        /** Accounts that were used within 180 days. */
        USERS_OF_HALF_A_YEAR,
        /** Broadcasts that were announced. */
        POSTS,
        /** Teams. */
        TEAMS,
        /** Broadcasts on air. */
        ON_AIR
    }

    /** {@code /nodeinfo/2.0} */
    public byte[] version20() {
        return NodeInfoJson.write(this, NodeInfoSchema.V2_0);
    }

    /** {@code /nodeinfo/2.1} */
    public byte[] version21() {
        return NodeInfoJson.write(this, NodeInfoSchema.V2_1);
    }
}
