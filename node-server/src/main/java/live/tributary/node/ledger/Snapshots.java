// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.ledger;

import java.util.List;
import java.util.Optional;

import live.tributary.node.fairturn.Drawn;
import live.tributary.node.fairturn.Filter;
import live.tributary.node.fairturn.Minute;
import live.tributary.node.fairturn.Nonce;
import live.tributary.node.fairturn.Seed;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.NotAllowedException;
import live.tributary.node.recount.SignedDocument;

/** What pages are drawn from, and where it is written down what was shown. Safe for any thread that may block. */
public final class Snapshots {

    private final Recent recent;
    private final Shelf shelf;
    private final DayKeys keys;
    private final MinuteCount count;
    private final Seal seal;

    Snapshots(Recent recent, Shelf shelf, DayKeys keys, MinuteCount count, Seal seal) {
        this.recent = recent;
        this.shelf = shelf;
        this.keys = keys;
        this.count = count;
        this.seal = seal;
    }

    /** Empty until the first one after a start. */
    public Optional<Kept> newest() {
        return recent.newest();
    }

    /** That of a minute; of one that is longer ago nobody says who was in it. Empty where it is not kept. */
    public Optional<Kept> find(Minute minute) {
        return recent.find(minute).or(() -> shelf.find(minute));
    }

    /** Whether somebody who looks around may still be on it. */
    public boolean isRecent(Minute minute) {
        return recent.find(minute).isPresent();
    }

    /** Where the draws of a minute begin, for these dice; empty where the key of its day is lost. */
    public Optional<Seed> seed(Nonce nonce, Minute minute) {
        return keys.find(minute.day()).map(secrets -> secrets.key().seed(nonce, minute));
    }

    /** Signs what the directory says of its draws.
     *  @param content canonical JSON */
    public SignedDocument sign(byte[] content) {
        return seal.sign(content);
    }

    /**
     * A page was shown, and counts.
     *
     * @param actor the node itself
     */
    public void count(Actor actor, Filter filter, List<Drawn> page) {
        if (!(actor instanceof Actor.NodeItself)) {
            throw new NotAllowedException(actor, "count what is shown");
        }
        count.add(filter, page);
    }
}
