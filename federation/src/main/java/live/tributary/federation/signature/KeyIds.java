// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.signature;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Reads the name of a key, which in the Fediverse is an address. */
public final class KeyIds {

    /** In ASCII, as it is asked for. Who remembers keys has them for names in an index, and that takes no long ones. */
    public static final int LONGEST = 1_000;

    private KeyIds() {}

    /** The name of a key, if it is one that can be looked up. */
    public static Optional<URI> find(String text) {
        try {
            return Optional.of(parse(text));
        } catch (RefusedException unusable) {
            return Optional.empty();
        }
    }

    static URI parse(String text) throws RefusedException {
        requireShort(text.length());
        var keyId = address(text);
        if (Origin.of(keyId).isEmpty()) {
            throw notAnAddress();
        }
        requireShort(keyId.toASCIIString().length());
        return keyId;
    }

    private static void requireShort(int length) throws RefusedException {
        if (length > LONGEST) {
            throw new RefusedException(
                    RefusalReason.KEY_ID_UNUSABLE, "a key id of %d characters, limit %d".formatted(length, LONGEST));
        }
    }

    private static URI address(String text) throws RefusedException {
        try {
            return new URI(text);
        } catch (URISyntaxException unreadable) {
            throw notAnAddress();
        }
    }

    private static RefusedException notAnAddress() {
        return new RefusedException(RefusalReason.KEY_ID_UNUSABLE, "the key id is not an http or https address");
    }
}
