// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a team says for directories: who of them may list it, and what their cards and searches show. Stands at the team's
 * own address only: nobody else can say it. When it is on air next is behind {@link ActorLink#EVENTS}.
 *
 * @param listedAt the directories that the team chose; with {@link Policy#INVITED} nobody else may
 * @param tags words that it is found by, each as {@link ListingTag} writes it
 * @param languages BCP 47, the most spoken one first
 * @param labels what some do not want to see
 * @param promise what a visitor may expect, in one line of plain text
 * @param seats whom the team looks for
 */
public record Listing(
        Policy policy,
        Set<URI> listedAt,
        List<String> tags,
        List<String> languages,
        List<String> labels,
        String promise,
        List<OpenSeat> seats) {

    /** Of a directory's lottery, where each further tag counts against the others. */
    public static final int MOST_TAGS = 5;

    public static final int MOST_LANGUAGES = 3;

    /** In code points. */
    public static final int LONGEST_PROMISE = 140;

    public static final int MOST_LABELS = 16;
    public static final int MOST_SEATS = 8;

    /** What stands behind the hundredth is not read. */
    public static final int MOST_DIRECTORIES = 100;

    /** Of an actor that says nothing to directories. */
    public static final Listing UNSAID =
            new Listing(Policy.UNSAID, Set.of(), List.of(), List.of(), List.of(), "", List.of());

    /** Who may list. */
    public enum Policy {
        /** Whoever wants to. */
        OPEN,
        /** Only those that the team chose. */
        INVITED,
        NONE,
        /** The software does not know the question. */
        UNSAID
    }

    public Listing {
        // In their order: what is written twice must read the same.
        listedAt = Collections.unmodifiableSet(new LinkedHashSet<>(listedAt));
        tags = List.copyOf(tags);
        languages = List.copyOf(languages);
        labels = List.copyOf(labels);
        seats = List.copyOf(seats);
    }

    /** Whether the team consents to being listed by this directory; what software does not say is no consent. */
    public boolean admits(URI directory) {
        return switch (policy) {
            case OPEN -> true;
            case INVITED -> listedAt.contains(directory);
            case NONE, UNSAID -> false;
        };
    }
}
