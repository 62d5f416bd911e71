// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.asset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * The {@code Content-Security-Policy} header. Scripts are strict everywhere. Styles have two profiles, because
 * media-chrome keeps {@code <style>} and {@code style=""} in its shadow roots: its sheets are allowed by hash, and the
 * browser suite fails when a new version brings sheets that are not listed.
 */
public final class ContentPolicy {

    private static final String HASHES = "style-hashes.txt";

    private static final String FORMS = "form-action 'self'; ";
    private static final String FORMS_THAT_LEAD_ELSEWHERE = "form-action 'self' https:; ";

    private static final String EVERYWHERE = "default-src 'none'; script-src 'self'; img-src 'self' data: blob:;"
            + " media-src 'self' blob:; connect-src 'self'; worker-src 'self' blob:; font-src 'self';"
            + " manifest-src 'self'; base-uri 'none'; object-src 'none'; ";
    private static final String IN_NO_FRAME = "frame-ancestors 'none'; ";
    private static final String IN_ANY_FRAME = "frame-ancestors *; ";

    private final String strict;
    private final String leavable;
    private final String withPlayer;
    private final String embedded;

    private ContentPolicy(String hashes) {
        var player = "style-src 'self'; style-src-elem 'self' " + hashes + "; style-src-attr 'unsafe-inline'";
        var strictly = IN_NO_FRAME + "style-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html";
        strict = EVERYWHERE + FORMS + strictly;
        leavable = EVERYWHERE + FORMS_THAT_LEAD_ELSEWHERE + strictly;
        withPlayer = EVERYWHERE + FORMS + IN_NO_FRAME + player;
        embedded = EVERYWHERE + FORMS + IN_ANY_FRAME + player;
    }

    /** Reads the hashes of media-chrome's style sheets. */
    public static ContentPolicy load() {
        try (var stream = ContentPolicy.class.getResourceAsStream(HASHES)) {
            if (stream == null) {
                throw new IllegalStateException(HASHES + " is not in the jar");
            }
            var hashes = new String(stream.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map("'%s'"::formatted)
                    .collect(Collectors.joining(" "));
            return new ContentPolicy(hashes);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + HASHES, e);
        }
    }

    /** For pages without the player. */
    public String strict() {
        return strict;
    }

    /** For pages without the player whose form leads to another server: browsers ask this of a redirect, too. */
    public String leavable() {
        return leavable;
    }

    /** For pages with the player. */
    public String withPlayer() {
        return withPlayer;
    }

    /** For the player alone, which any site may frame. */
    public String embedded() {
        return embedded;
    }
}
