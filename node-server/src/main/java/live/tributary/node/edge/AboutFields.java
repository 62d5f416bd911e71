// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import live.tributary.node.broadcast.About;
import live.tributary.node.broadcast.Category;
import live.tributary.node.broadcast.Description;
import live.tributary.node.broadcast.Language;
import live.tributary.node.broadcast.Tag;
import live.tributary.node.broadcast.Warning;
import live.tributary.node.gate.Problem;
import live.tributary.web.page.AboutForm;
import live.tributary.web.page.FieldError;
import live.tributary.web.page.FormErrors;
import live.tributary.web.page.StreamAbout;

/** The form that says more of a broadcast than its title. */
sealed interface AboutFields {

    record Good(About about) implements AboutFields {}

    record Bad(AboutForm form) implements AboutFields {}

    /** Reads what was typed; all that is wrong is said at once. */
    static AboutFields read(Form form) {
        var description = Description.parse(form.text("description"));
        var tags = Tag.parseAll(form.text("tags")).filter(About::fit);
        var warning = Warning.parse(form.text("warning"));
        // The page offers these two as lists: what is none of them was not sent by it.
        var language = chosen(Language.parse(form.text("language")));
        var category = chosen(category(form.text("category")));
        if (description.isPresent() && tags.isPresent() && warning.isPresent()) {
            return new Good(new About(description.get(), language, category, tags.get(), warning.get()));
        }
        Map<String, FieldError> errors = new HashMap<>();
        if (description.isEmpty()) {
            errors.put("description", FieldError.DESCRIPTION_INVALID);
        }
        if (tags.isEmpty()) {
            errors.put("tags", FieldError.TAGS_INVALID);
        }
        if (warning.isEmpty()) {
            errors.put("warning", FieldError.WARNING_INVALID);
        }
        return new Bad(new AboutForm(
                form.text("description"),
                language.tag(),
                value(category),
                form.text("tags"),
                form.text("warning"),
                languages(language),
                categories(),
                new FormErrors(errors)));
    }

    private static <T> T chosen(Optional<T> choice) {
        return choice.orElseThrow(() -> Problem.of(Problem.Kind.BAD_REQUEST).because("not a choice of the form"));
    }

    private static Optional<Category> category(String number) {
        return Stream.of(Category.values())
                .filter(category -> value(category).equals(number))
                .findFirst();
    }

    /** The form before anybody typed. */
    static AboutForm filled(About about) {
        return new AboutForm(
                about.description().value(),
                about.language().tag(),
                value(about.category()),
                about.tags().stream().map(Tag::value).collect(Collectors.joining(" ")),
                about.warning().reason(),
                languages(about.language()),
                categories(),
                FormErrors.none());
    }

    /** What viewers read. */
    static StreamAbout shown(About about) {
        return new StreamAbout(
                about.description().value(),
                about.language().tag(),
                about.language().name(),
                about.category().title(),
                about.tags().stream().map(Tag::value).toList(),
                about.warning().reason());
    }

    /** The usual ones, and the one that the API has set. */
    private static List<AboutForm.Choice> languages(Language present) {
        return Stream.concat(Language.usual().stream(), Stream.of(present))
                .filter(language -> !language.equals(Language.NONE))
                .distinct()
                .map(language -> new AboutForm.Choice(language.tag(), language.name()))
                .sorted(Comparator.comparing(AboutForm.Choice::name))
                .toList();
    }

    private static List<AboutForm.Choice> categories() {
        return Stream.of(Category.values())
                .filter(category -> category != Category.NONE)
                .map(category -> new AboutForm.Choice(value(category), category.title()))
                .toList();
    }

    private static String value(Category category) {
        return category == Category.NONE ? "" : Integer.toString(category.number());
    }
}
