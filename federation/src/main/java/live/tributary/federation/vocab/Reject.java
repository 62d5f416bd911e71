// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.net.URI;
import java.util.Optional;

/** Somebody says no, or no longer. */
public record Reject(Envelope envelope, Reference object) implements Activity {

    /** In code points: enough for a sentence, a rule and where to object. */
    private static final int LONGEST_REASON = 500;

    /** Why, in one line of plain text; empty where they do not say. */
    public String reason() {
        var content = Fields.text(envelope.document(), "content");
        var said = content.isEmpty() ? Fields.text(envelope.document(), "summary") : content;
        return PlainText.line(said, LONGEST_REASON);
    }

    /** Where they say all of it, as they say. */
    public Optional<URI> statement() {
        return Fields.link(envelope.document().path("url"));
    }
}
