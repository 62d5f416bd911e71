// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.util.List;

/**
 * Who is live, of all teams that asked this directory to list them: {@code /directory}, or the front page of a node that
 * is nothing but a directory.
 *
 * @param next a few of those who announced a start; empty where nobody did
 * @param links in the foot of the page
 */
public record DirectoryPage(
        Frame frame,
        DirectoryFilter filter,
        LiveNow live,
        List<UpNext> next,
        TimesShown shown,
        List<DirectoryLink> links)
        implements Page {

    public DirectoryPage {
        next = List.copyOf(next);
        links = List.copyOf(links);
    }

    /** What there is to see. */
    public sealed interface LiveNow {

        /** The first snapshot is made within a minute of the start. */
        record Starting() implements LiveNow {}

        /** Nobody of all who are listed. */
        record Nobody() implements LiveNow {}

        /**
         * Some are live, but the filter lets none of them through.
         *
         * @param teams that are live
         */
        record NoneFound(int teams) implements LiveNow {}

        /**
         * In the order of the draw.
         *
         * @param teams that are live, whatever the filter
         * @param hosts on how many servers
         */
        record Drawn(int teams, int hosts, DirectoryDraw draw, List<DirectoryPlace> places, More more)
                implements LiveNow {

            public Drawn {
                places = List.copyOf(places);
            }
        }
    }
}
