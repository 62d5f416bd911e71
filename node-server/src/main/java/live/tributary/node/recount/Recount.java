// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.recount;

import java.util.List;
import java.util.stream.IntStream;

import live.tributary.node.fairturn.DayKey;
import live.tributary.node.fairturn.Draw;
import live.tributary.node.fairturn.Drawn;
import live.tributary.node.fairturn.Nonce;
import live.tributary.node.fairturn.Snapshot;

/** Draws a page again and says whether it comes out as it was shown (section 8). */
public sealed interface Recount {

    /** For whoever asked. */
    String sentence();

    /** The page follows from the snapshot, the key and the nonce. */
    record Agrees(int cards) implements Recount {
        @Override
        public String sentence() {
            return "The page agrees: %d cards, each where the lots put it.".formatted(cards);
        }
    }

    /** It does not, or it is not a page of this snapshot. */
    record Differs(String sentence) implements Recount {}

    /** Draws again what was shown.
     *  @param shown a receipt, signed or not, or a page of the directory's JSON */
    static Recount of(Snapshot snapshot, DayKey key, Nonce nonce, byte[] shown) {
        var page = ShownPage.read(shown);
        if (!key.commitment().equals(snapshot.dayKey())) {
            return new Differs("The key is not the one that the snapshot promised.");
        }
        if (!page.minute().equals(snapshot.minute())) {
            return new Differs("The page is of %s, the snapshot of %s.".formatted(page.minute(), snapshot.minute()));
        }
        if (!page.isOf(snapshot)) {
            return new Differs("The page was drawn from another snapshot of this minute, and there may be only one.");
        }
        if (!page.nonce().equals(nonce)) {
            return new Differs("The page was drawn for another nonce, %s.".formatted(page.nonce()));
        }
        var drawn = new Draw(snapshot, page.filter(), key.seed(nonce, snapshot.minute())).page(page.number());
        return compare(page, drawn);
    }

    private static Recount compare(ShownPage page, List<Drawn> drawn) {
        if (page.cards().size() != drawn.size()) {
            return new Differs("The page has %d cards, and the draw gives %d."
                    .formatted(page.cards().size(), drawn.size()));
        }
        return IntStream.range(0, drawn.size())
                .filter(i -> !page.cards().get(i).agrees(drawn.get(i), page.minute()))
                .<Recount>mapToObj(i -> new Differs("Card %d should be group %s with %s."
                        .formatted(drawn.get(i).position(), drawn.get(i).gid(), Why.json(drawn.get(i), page.minute()))))
                .findFirst()
                .orElseGet(() -> new Agrees(drawn.size()));
    }
}
