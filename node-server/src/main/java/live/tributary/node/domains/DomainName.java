// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.domains;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A host as policies name it: in ASCII (IDNA), lower case, without port and without a dot at its end, so that two spellings
 * of one host are equal.
 */
public record DomainName(String value) {

    /** RFC 1035, 2.3.4. */
    private static final int LONGEST = 253;

    private static final Pattern FORM =
            Pattern.compile("[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*");

    public DomainName {
        if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a domain");
        }
    }

    /** Empty where the text names no host. */
    public static Optional<DomainName> parse(String text) {
        var spelt = text.strip();
        if (spelt.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var ascii = IDN.toASCII(spelt, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            return Optional.of(new DomainName(ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii));
        } catch (IllegalArgumentException notADomain) {
            return Optional.empty();
        }
    }

    /** The name itself, then that of each domain above it: {@code a.b.example}, {@code b.example}, {@code example}. */
    public Stream<String> andAbove() {
        return Stream.iterate(value, name -> !name.isEmpty(), name -> name.substring(afterFirstDot(name)));
    }

    private static int afterFirstDot(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name.length() : dot + 1;
    }

    @Override
    public String toString() {
        return value;
    }
}
