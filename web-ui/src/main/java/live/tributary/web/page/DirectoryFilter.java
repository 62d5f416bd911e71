// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.util.List;

/**
 * What a visitor wants to see. It stands in the address and is kept nowhere: {@code tag} for each interest, {@code lang},
 * {@code hide} for each content note, {@code q} for words.
 *
 * @param interests to choose up to five from; those that were chosen first
 * @param languages to choose one from
 * @param notes to hide
 * @param words as they were typed
 */
public record DirectoryFilter(List<Choice> interests, List<Choice> languages, List<Choice> notes, String words) {

    public DirectoryFilter {
        interests = List.copyOf(interests);
        languages = List.copyOf(languages);
        notes = List.copyOf(notes);
    }

    /**
     * Something to choose.
     *
     * @param value as the address has it
     * @param name as people read it
     */
    public record Choice(String value, String name, boolean chosen) {}

    /** How many content notes are hidden. */
    public int hidden() {
        return (int) notes.stream().filter(Choice::chosen).count();
    }
}
