// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.listing;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import live.tributary.federation.vocab.ContentLabel;
import live.tributary.federation.vocab.Listing;
import live.tributary.federation.vocab.ListingTag;
import live.tributary.node.broadcast.Language;
import live.tributary.node.kernel.OneLine;

/** Reads what a team typed of itself; empty for what is not taken. */
public final class PitchWords {

    private PitchWords() {}

    /** Nothing, or one line of at most {@link Listing#LONGEST_PROMISE} characters. */
    public static Optional<String> promise(String typed) {
        return lineOrNothing(typed, Listing.LONGEST_PROMISE);
    }

    /** At most five; the same word in two spellings is one. A sixth is no tag that is dropped but a mistake that is told. */
    public static Optional<List<String>> tags(List<String> typed) {
        return all(typed, ListingTag::parse, Listing.MOST_TAGS);
    }

    /** At most three that have a name. */
    public static Optional<List<Language>> languages(List<String> typed) {
        return all(
                typed,
                tag -> Language.parse(tag).filter(language -> !language.equals(Language.NONE)),
                Listing.MOST_LANGUAGES);
    }

    /** Those that everybody knows. */
    public static Optional<List<ContentLabel>> labels(List<String> typed) {
        return all(typed, ContentLabel::of, Listing.MOST_LABELS);
    }

    static Optional<String> lineOrNothing(String typed, int most) {
        return typed.isBlank() ? Optional.of("") : OneLine.parse(typed, most);
    }

    private static <T> Optional<List<T>> all(List<String> typed, Function<String, Optional<T>> parse, int most) {
        var parsed = typed.stream().map(parse).toList();
        var words = parsed.stream().flatMap(Optional::stream).distinct().toList();
        return parsed.stream().allMatch(Optional::isPresent) && words.size() <= most
                ? Optional.of(words)
                : Optional.empty();
    }
}
