// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;

/**
 * A word to find things by.
 *
 * @param name without {@code #}, as PeerTube stores it, 2 to 30 characters
 * @param href a page of this node about it
 */
public record Hashtag(String name, URI href) {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 30;

    public Hashtag {
        if (!isUsable(name)) {
            throw new IllegalArgumentException("not a hashtag: " + name);
        }
    }

    /** Whether others take {@code name} as a hashtag. */
    public static boolean isUsable(String name) {
        var length = name.codePointCount(0, name.length());
        return length >= SHORTEST && length <= LONGEST && !name.startsWith("#") && name.equals(name.strip());
    }
}
