// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.remote;

import java.net.URI;

/** What came of looking for a key. */
public sealed interface KeyLookUp {

    /** The key, not older than a day. */
    record Found(RemoteKey key) implements KeyLookUp {}

    /**
     * There is no such key, or it could not be had.
     *
     * @param why one sentence for the operator
     */
    record NotFound(URI keyId, String why) implements KeyLookUp {}

    /** It was not asked for, because it or too much else was asked for shortly before. */
    record TooOften(URI keyId) implements KeyLookUp {}

    /** It was not asked for now, because too many others are being asked: later it may be. */
    record NoRoom(URI keyId) implements KeyLookUp {}
}
