// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.html;

/** Text that is not HTML, such as a name, made into HTML. */
public final class PlainText {

    /** How many characters one may become. */
    static final int LONGEST_ESCAPE = 6;

    private PlainText() {}

    /** {@code text} so that it shows as it is, inside an element or an attribute. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
