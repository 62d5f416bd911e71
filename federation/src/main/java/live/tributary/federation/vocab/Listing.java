// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import tools.jackson.databind.node.ObjectNode;

/**
 * What a team says about being listed by directories. Stands at its own address only: nobody else can say it.
 *
 * @param listedAt the directories that may, where the policy is {@link Policy#INVITED}
 * @param languages BCP 47
 * @param promise plain text
 */
public record Listing(Policy policy, Set<URI> listedAt, List<String> languages, List<String> labels, String promise) {

    /** Who may list. */
    public enum Policy {
        OPEN,
        INVITED,
        NONE,
        /** The software does not know the question. */
        UNSAID
    }

    private static final int LONGEST_PROMISE = 140;
    private static final int MOST_LANGUAGES = 3;

    static Listing read(ObjectNode actor) {
        return new Listing(
                policy(actor),
                Fields.links(Fields.term(actor, "listedAt")),
                Fields.texts(Fields.term(actor, "languages")).stream()
                        .limit(MOST_LANGUAGES)
                        .toList(),
                Fields.texts(Fields.term(actor, "labels")),
                Fields.texts(Fields.term(actor, "promise")).stream()
                        .map(text -> text.substring(0, Math.min(text.length(), LONGEST_PROMISE)))
                        .findFirst()
                        .orElse(""));
    }

    private static Policy policy(ObjectNode actor) {
        Optional<String> said =
                Fields.texts(Fields.term(actor, "listing")).stream().findFirst();
        return said.map(word -> switch (word) {
                    case "open" -> Policy.OPEN;
                    case "invited" -> Policy.INVITED;
                    default -> Policy.NONE;
                })
                .orElse(Policy.UNSAID);
    }
}
