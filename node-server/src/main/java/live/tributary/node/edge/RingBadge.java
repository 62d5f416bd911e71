// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.net.URI;

import live.tributary.federation.html.PlainText;
import live.tributary.node.rings.RingStretch;

/** A ring as a small picture for any web page: its name, the way on, how many are live. It loads nothing and has no script. */
final class RingBadge {

    /** What is wider than the picture is cut. */
    private static final int LONGEST_NAME = 26;

    private RingBadge() {}

    /** @param page of the ring, on this node */
    static String svg(RingStretch stretch, URI page) {
        var name = stretch.ring().name();
        var shown = name.codePointCount(0, name.length()) > LONGEST_NAME
                ? name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…"
                : name;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="240" height="56" viewBox="0 0 240 56" role="img" font-family="system-ui, sans-serif">
                <title>%1$s</title>
                <rect width="240" height="56" rx="12" fill="#00526e"/>
                <a href="%2$s"><text x="14" y="23" font-size="14" font-weight="700" fill="#fff">%1$s</text></a>
                <a href="%2$s/previous"><text x="14" y="43" font-size="12" fill="#d3edf7">‹ previous</text></a>
                <a href="%2$s/next"><text x="84" y="43" font-size="12" fill="#d3edf7">next ›</text></a>
                <text x="226" y="43" font-size="12" text-anchor="end" fill="#fff">%3$d live</text>
                </svg>
                """.formatted(PlainText.escape(shown), PlainText.escape(page.toString()), stretch.live());
    }
}
