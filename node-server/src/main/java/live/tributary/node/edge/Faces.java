// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

/** The colour of a face: the same for a handle on every page, chosen by nobody. */
final class Faces {

    private static final int STEPS = 24;
    private static final int DEGREES = 15;

    private Faces() {}

    /** 0 to 345 degrees in steps of 15. */
    static int hueOf(String handle) {
        return Math.floorMod(handle.hashCode(), STEPS) * DEGREES;
    }
}
