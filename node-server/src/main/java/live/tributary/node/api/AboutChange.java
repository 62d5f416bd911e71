// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.api;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import live.tributary.node.broadcast.About;
import live.tributary.node.broadcast.Category;
import live.tributary.node.broadcast.Description;
import live.tributary.node.broadcast.Language;
import live.tributary.node.broadcast.Tag;
import live.tributary.node.broadcast.Warning;
import live.tributary.node.gate.Problem;

/** {@code About} of the contract, as somebody sends it: what is missing is nothing. */
record AboutChange(
        @Nullable String description,
        @Nullable String language,
        @Nullable Integer category,
        @Nullable List<@Nullable String> tags,
        @Nullable String warning) {

    /** A problem that names the first value that is not allowed. */
    About parse() {
        return new About(
                good(
                        Description.parse(text(description)),
                        "A description is plain text of %d to %d characters, or empty."
                                .formatted(Description.MINIMUM_CHARACTERS, Description.MAXIMUM_CHARACTERS)),
                good(Language.parse(text(language)), "A language is a tag of BCP 47, such as pt-BR."),
                good(Category.of(category == null ? 0 : category), "A category is a number that PeerTube gave, or 0."),
                good(parsedTags(), "Tags are at most five different words of 2 to 30 letters, digits and underscores."),
                good(
                        Warning.parse(text(warning)),
                        "A warning is one line of %d to %d characters, or empty."
                                .formatted(Warning.MINIMUM_CHARACTERS, Warning.MAXIMUM_CHARACTERS)));
    }

    private Optional<List<Tag>> parsedTags() {
        if (tags == null) {
            return Optional.of(List.of());
        }
        var parsed = tags.stream().flatMap(tag -> Tag.parse(text(tag)).stream()).toList();
        return parsed.size() == tags.size() ? Optional.of(parsed).filter(About::fit) : Optional.empty();
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    private static <T> T good(Optional<T> value, String sentence) {
        return value.orElseThrow(() -> Problem.of(Problem.Kind.INVALID).saying(sentence));
    }
}
