// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.listing;

import java.util.List;

import live.tributary.federation.vocab.ContentLabel;
import live.tributary.federation.vocab.Listing;
import live.tributary.node.broadcast.Language;

/**
 * Who may list a team, and what its card and searches show.
 *
 * @param promise what a visitor may expect, in one line; may be empty
 * @param tags in the one spelling that directories compare
 * @param languages the most spoken one first
 */
public record Pitch(
        Consent consent, String promise, List<String> tags, List<Language> languages, List<ContentLabel> labels) {

    /** Of a team that has said nothing: it is in no list. */
    public static final Pitch NOTHING = new Pitch(Consent.NONE, "", List.of(), List.of(), List.of());

    public Pitch {
        tags = List.copyOf(tags);
        languages = List.copyOf(languages);
        labels = List.copyOf(labels);
        if (tags.size() > Listing.MOST_TAGS || languages.size() > Listing.MOST_LANGUAGES) {
            throw new IllegalArgumentException("more than may be said: %s, %s".formatted(tags, languages));
        }
    }

    /** Whether a directory could make a card of it: each is drawn among those of its language. */
    public boolean isEnough() {
        return !languages.isEmpty();
    }

    Pitch withConsent(Consent other) {
        return new Pitch(other, promise, tags, languages, labels);
    }
}
