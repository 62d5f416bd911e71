// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.util.List;

import live.tributary.node.rings.RingShare;

/** How rafts are split among lanes, in hundredths; the rest goes to the open lane. */
record Split(int ring, int neighbour) {

    static final Split USUAL = new Split(50, 25);

    /** Of a team in several rings, between what they chose. */
    static Split of(List<RingShare> rings) {
        return rings.isEmpty()
                ? USUAL
                : new Split(
                        rings.stream().mapToInt(RingShare::ringPercent).sum() / rings.size(),
                        rings.stream().mapToInt(RingShare::neighbourPercent).sum() / rings.size());
    }
}
