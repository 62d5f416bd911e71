// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

/** One place on a page of a directory. What happens after the draw shifts nobody. */
public sealed interface DirectoryPlace {

    /** From 1. */
    int position();

    /** The team is live. */
    record Live(int position, DirectoryCard card, DirectoryWhy why) implements DirectoryPlace {}

    /** It was, in the minute of the snapshot. */
    record Ended(int position, DirectoryCard card) implements DirectoryPlace {}

    /** The team does not want to be listed any more, so nothing says who it was. */
    record Withdrawn(int position) implements DirectoryPlace {}
}
