// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.draws;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import live.tributary.federation.vocab.ContentLabel;
import live.tributary.node.fairturn.Filter;
import live.tributary.node.fairturn.GroupLine;
import live.tributary.node.fairturn.Minute;
import live.tributary.node.fairturn.Nonce;
import live.tributary.node.gate.Problem;

/** What the address of a page asks for; the same for people and programs. */
public final class PageRequest {

    /** Nobody pages on for longer. */
    static final int MOST_PAGES = 500;

    static final int LONGEST_SEARCH = 100;

    private PageRequest() {}

    /** Sixteen bytes of the visitor's dice in hexadecimal, or nothing: then everybody's. */
    public static Nonce nonce(String text) {
        return text.isEmpty()
                ? Nonce.HOUSE
                : Nonce.parse(text).orElseThrow(() -> wrong("n is 32 hexadecimal digits in lower case."));
    }

    /** Such as {@code 2026-11-22T19:04Z}. */
    public static Minute minute(String text) {
        return Minute.parse(text).orElseThrow(() -> wrong("A minute is written as 2026-11-22T19:04Z."));
    }

    /** From 1. */
    public static int page(int number) {
        if (number < 1 || number > MOST_PAGES) {
            throw wrong("page is a number from 1 to %d.".formatted(MOST_PAGES));
        }
        return number;
    }

    /**
     * Whom somebody wants to see.
     *
     * @param hidden content labels that everybody knows
     * @param search whom a search found
     */
    public static Filter filter(List<String> languages, List<String> tags, List<String> hidden, Filter.Search search) {
        var chosen = given(languages);
        if (chosen.size() > Filter.MOST_LANGUAGES || given(tags).size() > GroupLine.MOST_TAGS) {
            throw wrong("At most %d languages and %d tags.".formatted(Filter.MOST_LANGUAGES, GroupLine.MOST_TAGS));
        }
        return new Filter(chosen, lower(given(tags)), labels(hidden), search);
    }

    /** Exposure is counted apart for each choice of labels: of words that anybody may think of there would be no end. */
    private static List<String> labels(List<String> hidden) {
        var words = lower(given(hidden));
        if (!words.stream().allMatch(word -> ContentLabel.of(word).isPresent())) {
            throw wrong("hide names content labels: %s."
                    .formatted(Stream.of(ContentLabel.values())
                            .map(ContentLabel::word)
                            .collect(Collectors.joining(", "))));
        }
        return words;
    }

    /** A form sends what is empty, too. */
    private static List<String> given(List<String> texts) {
        return texts.stream().filter(text -> !text.isBlank()).distinct().toList();
    }

    private static List<String> lower(List<String> texts) {
        return texts.stream().map(text -> text.toLowerCase(Locale.ROOT)).toList();
    }

    private static Problem wrong(String words) {
        return Problem.of(Problem.Kind.BAD_REQUEST).saying(words);
    }
}
