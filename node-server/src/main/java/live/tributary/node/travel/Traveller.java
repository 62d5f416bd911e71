// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

/**
 * A page that waits to be carried on. Nothing tells who looks at it.
 *
 * @param place random, known to that page alone
 * @param random what the page threw, so that nobody else decides who goes with whom
 * @param together whether it wants to go with the others who say so
 */
record Traveller(String place, long random, boolean together) {

    @Override
    public String toString() {
        return "Traveller[redacted]";
    }
}
