// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * A ring: its charter, who is in it, in its order, and how one joins.
 *
 * @param path of this page
 * @param charter its rules, in lines of plain text
 * @param members in ring order
 * @param address what is typed by whoever wants to join
 * @param origin where it is kept
 */
public record RingPage(
        Frame frame,
        String name,
        String path,
        List<String> charter,
        int live,
        List<Member> members,
        String address,
        Origin origin)
        implements Page {

    public RingPage {
        charter = List.copyOf(charter);
        members = List.copyOf(members);
    }

    /** What a member pastes into a web page of its own. */
    public String snippet() {
        var ring = frame.address().resolve(path);
        return """
                <p><a href="%1$s/previous">‹ previous</a> · <a href="%1$s">%2$s</a> · <a href="%1$s/next">next ›</a></p>""".formatted(ring, escape(name));
    }

    /** The same as a picture, which tells how many are live. */
    public String badgeSnippet() {
        var ring = frame.address().resolve(path);
        return """
                <a href="%1$s/next"><img src="%1$s/badge.svg" alt="%2$s" width="240" height="56"></a>""".formatted(ring, escape(name));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /**
     * Somebody in the ring.
     *
     * @param steward whether it looks after the ring
     * @param site whether it has a website and nothing else
     * @param air what it has on air
     * @param languages by name
     */
    public record Member(
            String name, String href, String host, boolean steward, boolean site, Air air, List<String> languages) {

        public Member {
            languages = List.copyOf(languages);
        }
    }

    /** What a member has on air. */
    public sealed interface Air {

        /**
         * Live.
         *
         * @param title may be empty
         */
        record Live(String title, Instant since) implements Air {}

        record Off() implements Air {}
    }

    /** Where the ring is kept. */
    public sealed interface Origin {

        /** Here. */
        record Here() implements Origin {}

        /**
         * Elsewhere: it is shown as it was read there.
         *
         * @param page of the ring on its own server
         */
        record Elsewhere(String host, URI page, Instant readAt) implements Origin {}
    }
}
