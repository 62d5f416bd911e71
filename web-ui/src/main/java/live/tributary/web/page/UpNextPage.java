// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.util.List;
import java.util.Locale;

/**
 * Who announced a start, in an order that was drawn as everywhere: {@code /directory/next}.
 *
 * @param span how far ahead, {@code in} in the address
 * @param next in the order of the draw
 */
public record UpNextPage(Frame frame, Span span, List<UpNext> next, More more, List<DirectoryLink> links)
        implements Page {

    public UpNextPage {
        next = List.copyOf(next);
        links = List.copyOf(links);
    }

    /** How far ahead. Each has a name in the message files. */
    public enum Span {
        HOURS,
        DAY,
        WEEK;

        /** As the address has it. */
        public String value() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Key of the name in the message files. */
        public String messageKey() {
            return "up-next." + value();
        }
    }
}
