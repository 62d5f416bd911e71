// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.listing;

import java.net.URI;

/** What came of choosing a directory. */
public sealed interface Choice {

    /**
     * It is asked, or was before.
     *
     * @param directory address of its actor
     */
    record Done(URI directory) implements Choice {}

    /** Nobody was asked. */
    record Not(Why why) implements Choice {}

    /** Why nobody was. */
    enum Why {
        /** What was typed is no address. */
        NO_ADDRESS,
        /** There is no such server. */
        NO_SERVER,
        /** It is there, and keeps no directory. */
        NO_DIRECTORY,
        /** It does not answer. */
        SILENT,
        /** The operator has blocked it. */
        BLOCKED,
        /** It is this node itself. */
        OURS,
        /** The team is in as many as it may be. */
        TOO_MANY,
        /** The team has asked often, or this one often, within the last hour. */
        TOO_OFTEN,
        /** The team has said too little of itself to be listed anywhere. */
        TOO_LITTLE_SAID,
        /** The team says that nobody may list it; perhaps just now, and elsewhere. */
        NOT_TO_BE_LISTED
    }
}
