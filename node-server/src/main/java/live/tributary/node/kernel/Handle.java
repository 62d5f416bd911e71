// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kernel;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The short name of a team, a member or an account, as it stands in a URL: {@code /@team/member}.
 *  <p>2 to 30 of {@code a–z}, digits and hyphens, beginning and ending with a letter or a digit. */
public record Handle(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,28}[a-z0-9])");

    /** Words that are, or may become, a page beside the handles. */
    private static final Set<String> RESERVED = Set.of(
            "about",
            "actor",
            "actuator",
            "admin",
            "api",
            "articles",
            "assets",
            "brand",
            "chat",
            "claim",
            "demo",
            "directory",
            "embed",
            "error",
            "feed",
            "feeds",
            "follow",
            "followers",
            "following",
            "health",
            "help",
            "home",
            "hls",
            "inbox",
            "invite",
            "legal",
            "live",
            "login",
            "logout",
            "manifest",
            "media",
            "member",
            "members",
            "node",
            "null",
            "outbox",
            "owner",
            "replay",
            "replays",
            "root",
            "rss",
            "schedule",
            "settings",
            "setup",
            "shop",
            "static",
            "status",
            "studio",
            "system",
            "talk",
            "team",
            "teams",
            "tributary",
            "undefined",
            "webfinger");

    public Handle {
        if (!FORM.matcher(value).matches() || RESERVED.contains(value)) {
            throw new IllegalArgumentException("not a handle");
        }
    }

    /** Empty where the text has not the form of a handle, or is a reserved word. */
    public static Optional<Handle> parse(String text) {
        return FORM.matcher(text).matches() && !isReserved(text) ? Optional.of(new Handle(text)) : Optional.empty();
    }

    /** Says why {@link #parse} refused a word of the right form. */
    public static boolean isReserved(String text) {
        return RESERVED.contains(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
