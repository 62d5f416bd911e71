// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.util.List;

/**
 * The form for what is said of a broadcast besides its title, as the person typed it.
 *
 * @param language tag, empty for none
 * @param category number, empty for none
 * @param tags with spaces between them
 * @param languages to choose from, by name
 * @param categories to choose from
 */
public record AboutForm(
        String description,
        String language,
        String category,
        String tags,
        String warning,
        List<Choice> languages,
        List<Choice> categories,
        FormErrors errors) {

    public AboutForm {
        languages = List.copyOf(languages);
        categories = List.copyOf(categories);
    }

    /** Something to choose. */
    public record Choice(String value, String name) {}
}
