// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

/** What a list that is too long for one page has besides. */
public sealed interface More {

    /** Nothing. */
    record Nothing() implements More {}

    /**
     * A further page.
     *
     * @param path of it
     * @param count of what it shows
     * @param of how many there are in all
     */
    record Next(String path, int count, int of) implements More {}
}
