// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fairturn;

/** What a place on a page is worth (section 3): {@code v(p) = 1 / log2(1 + p)}, and nothing from the second page on. The
 *  directory counts it for each card that it serves; a browser's word is not asked for. */
public final class Exposure {

    private Exposure() {}

    /** Of one place.
     *  @param position from 1 */
    public static double at(int position) {
        return position <= Draw.PAGE ? Math.log(2) / Math.log(1.0 + position) : 0;
    }

    /** Of all places of a first page together. */
    public static double ofPage() {
        double sum = 0;
        for (int position = 1; position <= Draw.PAGE; position++) {
            sum += at(position);
        }
        return sum;
    }
}
