// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.net.URI;
import java.util.List;

/**
 * The rings that listed teams are in: {@code /directory/rings}. Each card leads to the ring's own page.
 *
 * @param count of all rings
 * @param rings in the order of the draw
 */
public record ListedRingsPage(Frame frame, int count, List<Entry> rings, More more, List<DirectoryLink> links)
        implements Page {

    public ListedRingsPage {
        rings = List.copyOf(rings);
        links = List.copyOf(links);
    }

    /**
     * A ring.
     *
     * @param host that keeps it
     * @param charter its first line, may be empty
     * @param live how many of its listed teams are on air
     * @param stops listed teams of the ring, those on air first and else in ring order
     * @param others how many more are in it
     */
    public record Entry(
            String name, URI page, String host, String charter, int live, List<RingStop> stops, int others) {

        public Entry {
            stops = List.copyOf(stops);
        }

        /** How many teams and websites are in it. */
        public int members() {
            return stops.size() + others;
        }
    }
}
