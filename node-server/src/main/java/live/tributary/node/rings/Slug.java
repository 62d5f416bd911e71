// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How people know a ring on one node: 2 to 30 letters, digits and hyphens. Two nodes may know it by two of them. */
public record Slug(String value) {

    public static final int LONGEST = 30;

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,28}[a-z0-9]");

    public Slug {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a ring's address has 2 to 30 letters, digits and hyphens");
        }
    }

    /** Empty where the text cannot be one. */
    public static Optional<Slug> parse(String text) {
        var lower = text.strip().toLowerCase(Locale.ROOT);
        return FORM.matcher(lower).matches() ? Optional.of(new Slug(lower)) : Optional.empty();
    }

    /** The same for the second, third … ring that comes with it. */
    Slug numbered(int number) {
        var ending = number == 1 ? "" : "-" + number;
        var room = Math.min(value.length(), LONGEST - ending.length());
        return new Slug(value.substring(0, room).replaceFirst("-+$", "") + ending);
    }

    /** Path of its page. */
    public String path() {
        return "/ring/" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
