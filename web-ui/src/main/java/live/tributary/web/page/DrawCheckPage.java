// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.time.Instant;
import java.util.List;

/**
 * Where anybody recomputes the order of a page: {@code /directory/draw?at=…&n=…} and what the page was filtered by.
 *
 * @param figures of the day before; of no pool where it has none
 * @param links in the foot of the page
 */
public record DrawCheckPage(Frame frame, Subject subject, Figures figures, List<DirectoryLink> links) implements Page {

    public DrawCheckPage {
        links = List.copyOf(links);
    }

    /**
     * How evenly a day was shared out.
     *
     * @param day such as 2026-11-22
     */
    public record Figures(String day, List<Pool> pools) {

        public Figures {
            pools = List.copyOf(pools);
        }
    }

    /**
     * One language.
     *
     * @param language by name
     * @param groups how many count
     * @param turnGini of what they got against what was due, from 0 for even; three decimals
     * @param exposureGini of what they got for each hour on air
     * @param leastShare what one in a hundred got at most, of what was due; three decimals
     */
    public record Pool(String language, int groups, String turnGini, String exposureGini, String leastShare) {}

    /** What is checked. */
    public sealed interface Subject {

        /** Nothing yet: somebody came with a receipt in a file, or without any. */
        record Nothing() implements Subject {}

        /** A snapshot of this minute is not kept any more, or never was.
         *  @param minute as it was asked for */
        record Unknown(String minute) implements Subject {}

        /**
         * A page that this directory has served.
         *
         * @param receipt as the directory signed it: JSON with minute, nonce, filter and order
         * @param receiptPath where the same is downloaded
         * @param snapshotPath of the minute
         * @param filter in words, one for each thing that was chosen; may be empty
         * @param order as it was served
         */
        record Served(
                DirectoryDraw draw,
                String receipt,
                String receiptPath,
                String snapshotPath,
                List<String> filter,
                List<Drawn> order,
                DayKey key)
                implements Subject {

            public Served {
                filter = List.copyOf(filter);
                order = List.copyOf(order);
            }
        }
    }

    /**
     * A place in the order.
     *
     * @param gid 16 hexadecimal digits
     * @param name of the team; empty where it is not listed any more
     */
    public record Drawn(String gid, String name) {}

    /** The key of a day, without which nobody can know the order beforehand. */
    public sealed interface DayKey {

        /** SHA-256 of the key in 64 hexadecimal digits. It was in the chain before the day began. */
        String commitment();

        /** Not published yet.
         *  @param until when it will be */
        record Kept(String commitment, Instant until) implements DayKey {}

        /** Published.
         *  @param key in hexadecimal digits */
        record Out(String commitment, String key) implements DayKey {}
    }
}
