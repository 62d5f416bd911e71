// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.draws;

import java.util.List;

import live.tributary.node.fairturn.Filter;
import live.tributary.node.fairturn.Minute;
import live.tributary.node.fairturn.Nonce;
import live.tributary.node.recount.SignedDocument;

/**
 * A page of the order.
 *
 * @param minute of the snapshot it was drawn from
 * @param number from 1
 * @param places at most 24
 * @param live how many teams were on air, whatever the filter
 * @param found how many of them the filter lets through
 * @param snapshot as it is published
 */
public record DrawnPage(
        Minute minute,
        Nonce nonce,
        Filter filter,
        int number,
        List<Place> places,
        int live,
        int found,
        SignedDocument snapshot) {

    public DrawnPage {
        places = List.copyOf(places);
    }

    /** Whether it is the same for everybody. */
    public boolean ofTheHouse() {
        return nonce.equals(Nonce.HOUSE);
    }
}
