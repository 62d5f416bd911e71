// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import live.tributary.node.kernel.Handle;

/**
 * The name of an actor before the {@code @} of its address: one of 1 to 30 letters, digits and underscores, as every
 * other software takes it. Unique on the node among actors of all kinds.
 */
public record ActorName(String value) {

    private static final int LONGEST = 30;
    private static final Pattern FORM = Pattern.compile("[a-z0-9_]{1," + LONGEST + "}");

    /** The Application's. Never anybody's handle: it is a reserved word there. */
    static final ActorName NODE = new ActorName("node");

    public ActorName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an actor's name");
        }
    }

    /** Case does not matter (RFC 7565 leaves it to the host). Empty where it cannot be a name of ours. */
    public static Optional<ActorName> parse(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return FORM.matcher(lower).matches() ? Optional.of(new ActorName(lower)) : Optional.empty();
    }

    /** The name that goes with a handle, where nobody else has it. Other software takes no hyphen. */
    static ActorName of(Handle handle) {
        return new ActorName(handle.value().replace('-', '_'));
    }

    /** The name of a ring, where nobody else has it: not that of a team, which may come later. */
    static ActorName ofRing(String slug) {
        var name = "ring_" + slug.replace('-', '_');
        return new ActorName(name.substring(0, Math.min(name.length(), LONGEST)));
    }

    /** The name of a group's steward, where nobody else has it. */
    ActorName steward() {
        return with("_steward");
    }

    /** The same name for the second, third … who wants it. */
    ActorName numbered(int number) {
        return number == 1 ? this : with("_" + number);
    }

    private ActorName with(String ending) {
        var room = Math.min(value.length(), LONGEST - ending.length());
        return new ActorName(value.substring(0, room) + ending);
    }

    @Override
    public String toString() {
        return value;
    }
}
