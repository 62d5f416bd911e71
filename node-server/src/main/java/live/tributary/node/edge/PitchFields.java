// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import live.tributary.federation.vocab.ContentLabel;
import live.tributary.node.broadcast.Language;
import live.tributary.node.gate.Problem;
import live.tributary.node.listing.Consent;
import live.tributary.node.listing.Pitch;
import live.tributary.node.listing.PitchWords;
import live.tributary.web.page.DirectoryFilter;
import live.tributary.web.page.FieldError;
import live.tributary.web.page.FormErrors;
import live.tributary.web.page.ListingForms;
import live.tributary.web.page.ListingPage;

/** The form of what a team says of itself for directories. */
sealed interface PitchFields {

    /** People type several words with spaces or commas between them. */
    Pattern BETWEEN = Pattern.compile("[\\s,]+");

    record Good(Pitch pitch) implements PitchFields {}

    record Bad(ListingForms.About about, FormErrors errors) implements PitchFields {}

    /** Reads what was typed; all that is wrong is said at once. */
    static PitchFields read(Form form) {
        var consent = consent(form.text("consent"));
        var promise = PitchWords.promise(form.text("promise"));
        var tags = PitchWords.tags(words(form.text("tags")));
        var languages = PitchWords.languages(form.all("languages"))
                .filter(chosen -> consent == Consent.NONE || !chosen.isEmpty());
        // The page offers these as a list: what is none of them was not sent by it.
        var labels = chosen(PitchWords.labels(form.all("labels")));
        if (promise.isPresent() && tags.isPresent() && languages.isPresent()) {
            return new Good(new Pitch(consent, promise.get(), tags.get(), languages.get(), labels));
        }
        Map<String, FieldError> errors = new HashMap<>();
        if (promise.isEmpty()) {
            errors.put("promise", FieldError.PROMISE_INVALID);
        }
        if (tags.isEmpty()) {
            errors.put("tags", FieldError.TAGS_INVALID);
        }
        if (languages.isEmpty()) {
            errors.put("languages", FieldError.LANGUAGES_INVALID);
        }
        var about = new ListingForms.About(
                shown(consent),
                form.text("promise"),
                form.text("tags"),
                languages(form.all("languages")),
                labels(labels));
        return new Bad(about, new FormErrors(errors));
    }

    /** The form before anybody typed. */
    static ListingForms.About filled(Pitch pitch) {
        return new ListingForms.About(
                shown(pitch.consent()),
                pitch.promise(),
                String.join(" ", pitch.tags()),
                languages(pitch.languages().stream().map(Language::tag).toList()),
                labels(pitch.labels()));
    }

    static List<String> words(String typed) {
        return BETWEEN.splitAsStream(typed).filter(word -> !word.isEmpty()).toList();
    }

    /** The usual ones, and those that the API has set; what was chosen comes first, in its order. */
    static List<DirectoryFilter.Choice> languages(List<String> chosen) {
        var first = chosen.stream()
                .flatMap(tag -> Language.parse(tag).stream())
                .filter(language -> !language.equals(Language.NONE))
                .distinct()
                .toList();
        Set<Language> already = new HashSet<>(first);
        return Stream.concat(
                        first.stream().map(language -> choice(language, true)),
                        Language.usual().stream()
                                .filter(language -> !already.contains(language))
                                .map(language -> choice(language, false))
                                .sorted(Comparator.comparing(DirectoryFilter.Choice::name)))
                .toList();
    }

    private static DirectoryFilter.Choice choice(Language language, boolean chosen) {
        return new DirectoryFilter.Choice(language.tag(), language.name(), chosen);
    }

    private static List<DirectoryFilter.Choice> labels(List<ContentLabel> chosen) {
        return Stream.of(ContentLabel.values())
                .map(label -> new DirectoryFilter.Choice(label.word(), label.title(), chosen.contains(label)))
                .toList();
    }

    private static ListingPage.Consent shown(Consent consent) {
        return switch (consent) {
            case NONE -> ListingPage.Consent.NONE;
            case INVITED -> ListingPage.Consent.INVITED;
            case OPEN -> ListingPage.Consent.OPEN;
        };
    }

    private static Consent consent(String value) {
        return chosen(Stream.of(Consent.values())
                .filter(consent -> shown(consent).value().equals(value))
                .findFirst());
    }

    private static <T> T chosen(Optional<T> choice) {
        return choice.orElseThrow(() -> Problem.of(Problem.Kind.BAD_REQUEST).because("not a choice of the form"));
    }
}
