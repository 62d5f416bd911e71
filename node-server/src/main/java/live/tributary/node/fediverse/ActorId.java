// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The last part of an actor's address on this node: opaque, so that no new name of a team or a person breaks what other
 * servers keep.
 */
public record ActorId(String value) {

    private static final Pattern FORM = Pattern.compile("(?:steward-)?[0-9a-f]{16}|node");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RANDOM_BYTES = 8;

    /** The Application's, of which there is one. */
    static final ActorId NODE = new ActorId("node");

    public ActorId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an actor's id");
        }
    }

    static ActorId random() {
        var bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return new ActorId(HexFormat.of().formatHex(bytes));
    }

    /** Empty where the text cannot be an id of ours. */
    public static Optional<ActorId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new ActorId(text)) : Optional.empty();
    }

    /** The id of the steward of the group that has this id. */
    ActorId steward() {
        return new ActorId("steward-" + value);
    }

    @Override
    public String toString() {
        return value;
    }
}
