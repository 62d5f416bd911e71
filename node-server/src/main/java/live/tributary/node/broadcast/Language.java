// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.broadcast;

import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What is spoken in a broadcast, as BCP 47 writes it, such as {@code pt-BR}; or nothing. */
public record Language(String tag) {

    /** Nothing is said. */
    public static final Language NONE = new Language("");

    /** Enough for every tag in use (RFC 5646, 4.4.1). */
    private static final int LONGEST = 35;

    /** What forms offer: the languages with the most speakers and streamers. Any other comes by the API. */
    private static final String USUAL =
            "ar bn ca cs da de el en eo es et eu fa fi fr ga gl he hi hr hu id is it ja ko lt"
                    + " lv ms nb nl pl pt ro ru sk sl sq sr sv sw th tr uk ur vi zh";

    public Language {
        if (!tag.isEmpty() && !isKnown(tag)) {
            throw new IllegalArgumentException("not a language: " + tag);
        }
    }

    /** Empty for what is no tag of a language that has a name. */
    public static Optional<Language> parse(String text) {
        var tag = text.strip();
        if (tag.isEmpty()) {
            return Optional.of(NONE);
        }
        return isKnown(tag) ? Optional.of(new Language(locale(tag).toLanguageTag())) : Optional.empty();
    }

    /** What a form offers, by tag. */
    public static List<Language> usual() {
        return Stream.of(USUAL.split(" ", -1)).map(Language::new).toList();
    }

    /** In English; empty if nothing is said. */
    public String name() {
        return tag.isEmpty() ? "" : locale(tag).getDisplayName(Locale.ENGLISH);
    }

    private static boolean isKnown(String tag) {
        if (tag.length() > LONGEST) {
            return false;
        }
        try {
            var locale = locale(tag);
            var language = locale.getLanguage();
            return !language.isEmpty()
                    && !locale.getDisplayLanguage(Locale.ENGLISH).equals(language);
        } catch (IllformedLocaleException notATag) {
            return false;
        }
    }

    private static Locale locale(String tag) {
        return new Locale.Builder().setLanguageTag(tag).build();
    }

    @Override
    public String toString() {
        return tag;
    }
}
