// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.following;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

import live.tributary.federation.vocab.WebAddress;
import live.tributary.federation.webfinger.Handle;

/** What somebody typed who wants to follow. */
sealed interface Typed {

    /** As people write addresses: a host name, perhaps with a port and a path. */
    Pattern WITHOUT_SCHEME = Pattern.compile("([^\\s/@:]+\\.[^\\s/@:]+(:\\d+)?|localhost:\\d+)(/\\S*)?");

    /** Such as {@code @ana@pond.example}. */
    record Name(Handle handle) implements Typed {}

    /** Of an actor, or of a page about one. */
    record Address(URI address) implements Typed {}

    /** A whole server, by its name or its first page. */
    record Server(URI root) implements Typed {}

    /**
     * Reads it; empty where it is nothing of that.
     *
     * @param scheme of what was typed without one
     */
    static Optional<Typed> parse(String text, String scheme) {
        var typed = text.strip();
        var address = WITHOUT_SCHEME.matcher(typed).matches() ? "%s://%s".formatted(scheme, typed) : typed;
        return Handle.parse(typed)
                .<Typed>map(Name::new)
                .or(() -> WebAddress.parse(address).map(Typed::ofAddress));
    }

    private static Typed ofAddress(URI address) {
        var path = address.getRawPath();
        return path.isEmpty() || path.equals("/") ? new Server(address.resolve("/")) : new Address(address);
    }
}
