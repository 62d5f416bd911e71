// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.amf;

/** A string (2.4) or long string (2.14): the length decides which of the two is written. */
public record AmfString(String value) implements AmfValue {
    private static final int SHOWN_CHARACTERS = 200;

    /** What may be shown or logged of a stranger's text: no control characters, and not too much. */
    public static String printable(String text) {
        return text.codePoints()
                .filter(character -> !Character.isISOControl(character) && Character.isDefined(character))
                .limit(SHOWN_CHARACTERS)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
