// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;
import java.util.List;

/**
 * The node asks the operators of another to look at something. The node speaks, so that nobody learns who complained.
 *
 * @param actor the node
 * @param accused the actor complained about
 * @param objects what it posted
 * @param text plain text, up to 5 000 characters
 */
public record ReportContent(URI id, URI actor, URI accused, List<URI> objects, String text) implements Outgoing {

    /** How much of a complaint is sent, in characters. */
    public static final int LONGEST_TEXT = 5_000;

    public ReportContent {
        objects = List.copyOf(objects);
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException(
                    "a report of %d characters, limit %d".formatted(text.length(), LONGEST_TEXT));
        }
    }

    @Override
    public Audience audience() {
        return Audience.only(accused);
    }
}
