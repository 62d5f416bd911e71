// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.signature;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Walks over a structured field (RFC 8941), as far as signatures and digests use them, and can say of each part how it stood
 * there: a signature covers its own parameters as they were sent.
 */
final class StructuredScanner {

    private static final int PARAMETER_LIMIT = 16;

    private static final Pattern KEY = Pattern.compile("[a-z*][a-z0-9_.*-]*+");
    private static final Pattern NUMBER_OR_TOKEN =
            Pattern.compile("-?[0-9][0-9.]*+|[A-Za-z*][A-Za-z0-9:/!#$%&'*+.^_`|~-]*+");
    private static final Pattern BOOLEAN = Pattern.compile("\\?[01]");
    private static final Pattern BYTES = Pattern.compile(":([A-Za-z0-9+/=]*+):");
    private static final Pattern COMMA = Pattern.compile("[ \\t]*+,[ \\t]*+");

    private final String text;
    private int at;

    StructuredScanner(String text) {
        this.text = text.strip();
    }

    /**
     * A value of a parameter.
     *
     * @param text without quotes and escapes
     * @param quoted whether it was a string
     */
    record Item(String text, boolean quoted) {}

    /** A dictionary (RFC 8941, 3.2) whose members are all bytes, with parameters of which nobody asks. */
    static Map<String, byte[]> byteDictionary(String field) throws RefusedException {
        var scanner = new StructuredScanner(field);
        var members = new LinkedHashMap<String, byte[]>();
        do {
            var name = scanner.key();
            scanner.expect('=');
            if (members.put(name, scanner.byteSequence()) != null) {
                throw new RefusedException(RefusalReason.MALFORMED, "%s stands twice".formatted(name));
            }
            scanner.parameters();
        } while (scanner.nextMember());
        return members;
    }

    int position() {
        return at;
    }

    String since(int start) {
        return text.substring(start, at);
    }

    String key() throws RefusedException {
        return take(KEY, "a name").group();
    }

    void expect(char character) throws RefusedException {
        if (!skip(character)) {
            throw malformed("'" + character + "'");
        }
    }

    boolean skip(char character) {
        if (at < text.length() && text.charAt(at) == character) {
            at++;
            return true;
        }
        return false;
    }

    void spaces() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    /** Goes on to the next member of a list or dictionary; false at the end. */
    boolean nextMember() throws RefusedException {
        if (at == text.length()) {
            return false;
        }
        take(COMMA, "a comma");
        return true;
    }

    byte[] byteSequence() throws RefusedException {
        try {
            return Base64.getDecoder()
                    .decode(take(BYTES, "bytes between colons").group(1));
        } catch (IllegalArgumentException notBase64) {
            throw malformed("base64");
        }
    }

    /** RFC 8941, 3.1.2. */
    Map<String, Item> parameters() throws RefusedException {
        var parameters = new LinkedHashMap<String, Item>();
        while (skip(';')) {
            spaces();
            var name = key();
            var value = skip('=') ? item() : new Item("?1", false);
            if (parameters.put(name, value) != null) {
                throw new RefusedException(RefusalReason.MALFORMED, "the parameter %s stands twice".formatted(name));
            }
            if (parameters.size() > PARAMETER_LIMIT) {
                throw new RefusedException(
                        RefusalReason.TOO_LARGE, "more than %d parameters".formatted(PARAMETER_LIMIT));
            }
        }
        return parameters;
    }

    /** RFC 8941, 3.3.3: visible ASCII and spaces, with a backslash before a quote or a backslash. */
    String string() throws RefusedException {
        expect('"');
        var value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            char character = text.charAt(at++);
            if (character == '\\') {
                character = escaped();
            } else if (character < ' ' || character > '~') {
                throw malformed("a character of a string");
            }
            value.append(character);
        }
        expect('"');
        return value.toString();
    }

    private char escaped() throws RefusedException {
        if (skip('"')) {
            return '"';
        }
        expect('\\');
        return '\\';
    }

    private Item item() throws RefusedException {
        if (at < text.length() && text.charAt(at) == '"') {
            return new Item(string(), true);
        }
        if (at < text.length() && text.charAt(at) == ':') {
            return new Item(take(BYTES, "bytes between colons").group(), false);
        }
        if (at < text.length() && text.charAt(at) == '?') {
            return new Item(take(BOOLEAN, "?0 or ?1").group(), false);
        }
        return new Item(take(NUMBER_OR_TOKEN, "a value").group(), false);
    }

    private Matcher take(Pattern pattern, String expected) throws RefusedException {
        var matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw malformed(expected);
        }
        at = matcher.end();
        return matcher;
    }

    private RefusedException malformed(String expected) {
        return new RefusedException(RefusalReason.MALFORMED, "%s was expected at character %d".formatted(expected, at));
    }
}
