// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A team that is listed, as its own document says.
 *
 * @param id address of its actor
 * @param host of the address, without a port, in lower case
 * @param page its own site: whatever is shown of it leads there
 * @param tags words that it is found by, at most five
 * @param languages BCP 47, at most three; empty where it says none
 * @param labels what some do not want to see
 * @param promise one line, may be empty
 * @param searchable whether it may be found by words
 * @param admitted whether the operator named it
 * @param since when it was listed
 */
public record ListedGroup(
        URI id,
        String host,
        String name,
        URI page,
        List<String> languages,
        List<String> tags,
        List<String> labels,
        String promise,
        boolean searchable,
        boolean admitted,
        Instant since) {

    /** As people look them up. */
    static final Comparator<ListedGroup> BY_NAME = Comparator.comparing(
                    (ListedGroup group) -> group.name().toLowerCase(Locale.ROOT))
            .thenComparing(ListedGroup::id);

    public ListedGroup {
        languages = List.copyOf(languages);
        tags = List.copyOf(tags);
        labels = List.copyOf(labels);
    }
}
