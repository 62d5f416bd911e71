// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.draws;

import java.net.InetAddress;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import live.tributary.node.directory.Directory;
import live.tributary.node.directory.LiveBoard;
import live.tributary.node.directory.LiveGroup;
import live.tributary.node.fairturn.Draw;
import live.tributary.node.fairturn.Drawn;
import live.tributary.node.fairturn.Filter;
import live.tributary.node.fairturn.Gid;
import live.tributary.node.fairturn.Minute;
import live.tributary.node.fairturn.Nonce;
import live.tributary.node.fairturn.Seed;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.Latest;
import live.tributary.node.ledger.Kept;
import live.tributary.node.ledger.Snapshots;
import live.tributary.node.recount.Receipt;
import live.tributary.node.recount.SignedDocument;

/** Draws the pages of the directory, and counts what is shown. Safe for any thread that may block. */
public final class Draws {

    static final int MOST_LIVE = 1_000;

    private final Snapshots snapshots;
    private final Directory directory;
    private final LiveBoard board;
    private final Toll toll;
    private final Latest<Lineup> lineup = new Latest<>();

    Draws(Snapshots snapshots, Directory directory, LiveBoard board, Toll toll) {
        this.snapshots = snapshots;
        this.directory = directory;
        this.board = board;
        this.toll = toll;
    }

    /** From the newest snapshot; empty until the first one after a start. */
    public Optional<DrawnPage> page(Nonce nonce, Filter filter, int number) {
        return snapshots.newest().flatMap(kept -> page(kept, nonce, filter, number));
    }

    /** From the snapshot of that minute, on which somebody stays, or which they check; empty where it is not kept. */
    public Optional<DrawnPage> page(Minute minute, Nonce nonce, Filter filter, int number) {
        return snapshots.find(minute).flatMap(kept -> page(kept, nonce, filter, number));
    }

    /** Who is live, and in which order the house drew those of a snapshot.
     *  @param drawnAt the beginning of its minute */
    private record Lineup(List<LiveGroup> live, Instant drawnAt, List<LiveGroup> inOrder) {}

    /** Who is live now, also since the newest snapshot: first those in it, in the order of the house, then who began later, and
     *  at most {@value #MOST_LIVE}. Nobody counts these as shown. */
    public List<LiveGroup> live() {
        var live = board.live();
        var drawnAt =
                snapshots.newest().map(kept -> kept.snapshot().minute().start()).orElse(Instant.EPOCH);
        return lineup.get(
                        known -> known.drawnAt().equals(drawnAt) && known.live().equals(live),
                        _ -> false,
                        () -> new Lineup(live, drawnAt, inOrder(live)))
                .inOrder();
    }

    private List<LiveGroup> inOrder(List<LiveGroup> live) {
        Map<Gid, LiveGroup> left = new LinkedHashMap<>();
        live.stream()
                .sorted(Comparator.comparing(LiveGroup::since))
                .forEach(one -> left.put(Gid.of(one.group().id()), one));
        var inOrder =
                ofTheHouse().stream().map(left::remove).filter(Objects::nonNull).toList();
        return Stream.concat(inOrder.stream(), left.values().stream())
                .limit(MOST_LIVE)
                .toList();
    }

    private List<Gid> ofTheHouse() {
        return snapshots
                .newest()
                .map(Kept::snapshot)
                .flatMap(snapshot -> snapshots
                        .seed(Nonce.HOUSE, snapshot.minute())
                        .map(seed -> new Draw(snapshot, Filter.NONE, seed).order(MOST_LIVE)))
                .orElse(List.of());
    }

    /**
     * Notes that a page was shown to somebody, if that counts: of a snapshot on which somebody may still be, and who is live on it. Feeds are never counted: nobody calls this for them.
     *
     * @param actor the node itself
     * @param agent what the client calls itself
     */
    public void shown(Actor actor, DrawnPage page, InetAddress client, String agent) {
        if (snapshots.isRecent(page.minute()) && toll.counts(page, client, agent)) {
            var cards = page.places().stream()
                    .filter(Place.Live.class::isInstance)
                    .map(Place::card)
                    .toList();
            snapshots.count(actor, page.filter(), cards);
        }
    }

    /** What somebody keeps of a page, to check it when the key of the day is out. */
    public SignedDocument receipt(DrawnPage page) {
        if (snapshots.isRecent(page.minute())) {
            toll.served(page);
        }
        var cards = page.places().stream().map(Place::card).toList();
        var receipt = Receipt.of(page.snapshot(), page.minute(), page.nonce(), page.filter(), page.number(), cards);
        return snapshots.sign(receipt.write());
    }

    private Optional<DrawnPage> page(Kept kept, Nonce nonce, Filter filter, int number) {
        return snapshots.seed(nonce, kept.snapshot().minute()).map(seed -> page(kept, seed, nonce, filter, number));
    }

    private DrawnPage page(Kept kept, Seed seed, Nonce nonce, Filter filter, int number) {
        var snapshot = kept.snapshot();
        var cards = new Draw(snapshot, filter, seed).page(number);
        int found = filter.isOpen()
                ? snapshot.lines().size()
                : Math.toIntExact(snapshot.lines().stream().filter(filter::lets).count());
        return new DrawnPage(
                snapshot.minute(),
                nonce,
                filter,
                number,
                cards.stream().map(card -> place(kept, card)).toList(),
                snapshot.lines().size(),
                found,
                kept.document());
    }

    private Place place(Kept kept, Drawn card) {
        var then = kept.groups().get(card.gid());
        if (then == null || !directory.listed().containsKey(then.group().id())) {
            return new Place.Unnamed(card);
        }
        return board.find(then.group().id())
                .<Place>map(now -> new Place.Live(card, now))
                .orElseGet(() -> new Place.Ended(card, then));
    }
}
