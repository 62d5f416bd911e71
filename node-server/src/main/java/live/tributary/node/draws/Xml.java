// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.draws;

import java.util.regex.Pattern;

/** An XML document while it is written: names are ours, values are strangers'. One thread. */
final class Xml {

    /** XML 1.0, 2.2: what no document may hold, not even written as a number. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

    /** Whether the last tag may still get attributes. */
    private boolean open;

    Xml open(String name) {
        finish();
        out.append('<').append(name);
        open = true;
        return this;
    }

    /** Of the element that was just opened. */
    Xml attribute(String name, String value) {
        out.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
        return this;
    }

    /** An element with nothing but text in it. */
    Xml text(String name, String value) {
        open(name);
        finish();
        out.append(escaped(value));
        return close(name);
    }

    Xml close(String name) {
        if (open) {
            out.append("/>");
            open = false;
        } else {
            out.append("</").append(name).append('>');
        }
        return this;
    }

    private void finish() {
        if (open) {
            out.append('>');
            open = false;
        }
    }

    private static String escaped(String value) {
        return FORBIDDEN
                .matcher(value)
                .replaceAll("")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
