// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.util.HexFormat;

import live.tributary.node.kernel.Sha256;

/**
 * An activity that may be let in.
 *
 * @param id under which it is filed
 * @param host host and port of who signed it, in lower case
 * @param trust what speaks for its being the actor's
 * @param body as it came; belongs to this record
 */
@SuppressWarnings("ArrayRecordComponent") // never written to, and never compared
record Arrival(URI id, String host, URI actor, String type, Trust trust, byte[] body) {

    /**
     * Under what an activity is filed: its id, if its own actor stands for it. Whatever others hand us, with an id that they
     * may have made up, has a place of its own for each of them: nobody takes the place of what is yet to come.
     *
     * @param signer who handed it to us
     */
    static URI place(URI activity, URI signer, Trust trust) {
        return switch (trust) {
            case SIGNED -> activity;
            case PASSED_ON -> URI.create("urn:sha256:" + HexFormat.of().formatHex(Sha256.of(signer + " " + activity)));
        };
    }
}
