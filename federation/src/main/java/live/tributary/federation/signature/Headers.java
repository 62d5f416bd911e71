// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The header fields of a message in the order in which they stand there. Names are compared without regard to case. */
public record Headers(List<Field> fields) {

    /** No field at all. */
    public static final Headers NONE = new Headers(List.of());

    // RFC 9110, 5.5: a folded line means a space. What is left of CR, LF and NUL after that could forge a line of a
    // signature.
    private static final Pattern FOLD = Pattern.compile("\\r?\\n[ \\t]+");
    private static final Pattern FORBIDDEN = Pattern.compile("[\\r\\n\\x00]");

    public Headers {
        fields = List.copyOf(fields);
    }

    /** One field line. A folded value is unfolded; one with another line break in it is refused. */
    public record Field(String name, String value) {
        public Field {
            value = FOLD.matcher(value).replaceAll(" ").strip();
            if (FORBIDDEN.matcher(value).find()) {
                throw new IllegalArgumentException("the field %s has a line break in its value".formatted(name));
            }
        }
    }

    /** Fields from names and values in turn. */
    public static Headers of(String... namesAndValues) {
        var fields = new ArrayList<Field>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.add(new Field(namesAndValues[i], namesAndValues[i + 1]));
        }
        return new Headers(fields);
    }

    /** All values of a field, one for each of its lines. */
    public List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Field::value)
                .toList();
    }

    /** The value of a field, its lines joined by comma and space (RFC 9110, 5.3; RFC 9421, 2.1). */
    public Optional<String> combined(String name) {
        var values = all(name);
        return values.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", values));
    }

    /** These fields with one in place of all that had its name. */
    public Headers with(String name, String value) {
        var others = fields.stream()
                .filter(field -> !field.name().equalsIgnoreCase(name))
                .collect(Collectors.toCollection(ArrayList::new));
        others.add(new Field(name, value));
        return new Headers(others);
    }
}
