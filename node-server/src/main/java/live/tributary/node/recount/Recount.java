// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.recount;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import live.tributary.node.fairturn.DayKey;
import live.tributary.node.fairturn.Draw;
import live.tributary.node.fairturn.Drawn;
import live.tributary.node.fairturn.Filter;
import live.tributary.node.fairturn.Filter.Search;
import live.tributary.node.fairturn.Nonce;

/** Draws a page again and says whether it comes out as it was shown (fairness, section 8). */
public final class Recount {

    private Recount() {}

    /** Draws again what was shown.
     *  @param shown a receipt, signed or not, or a page of the directory's JSON
     *  @throws UnreadableException with a sentence */
    public static Finding of(PublishedSnapshot published, DayKey key, Nonce nonce, byte[] shown) {
        var page = ShownPage.read(shown);
        return mismatch(published, key, nonce, page)
                .<Finding>map(Finding.Undecided::new)
                .orElseGet(() -> {
                    if (!page.snapshot().equals(published.document().hash())) {
                        return otherSnapshot(page);
                    }
                    var snapshot = published.snapshot();
                    var seed = key.seed(nonce, snapshot.minute());
                    return compare(page, new Draw(snapshot, page.filter(), seed).page(page.number()));
                });
    }

    /** Why these cannot be compared: each is as likely a mistake of whoever asks as one of the directory. */
    private static Optional<String> mismatch(PublishedSnapshot published, DayKey key, Nonce nonce, ShownPage page) {
        var snapshot = published.snapshot();
        if (!key.commitment().equals(snapshot.dayKey())) {
            return Optional.of("The key is not the one that the snapshot promised.");
        }
        if (!page.minute().equals(snapshot.minute())) {
            return Optional.of("The page is of %s, the snapshot of %s.".formatted(page.minute(), snapshot.minute()));
        }
        if (!page.nonce().equals(nonce)) {
            return Optional.of("The page was drawn for another nonce, %s.".formatted(page.nonce()));
        }
        return switch (page.signer()) {
            case ShownPage.Signer.Key(var hex)
            when !hex.equals(published.document().key()) ->
                Optional.of(("The receipt is signed with another key than the snapshot, %s:"
                                + " it says nothing about this directory.")
                        .formatted(hex));
            case ShownPage.Signer.Key _, ShownPage.Signer.Nobody _ -> Optional.empty();
        };
    }

    /** Under a signature that is proof; else anybody can have written another hash there. */
    private static Finding otherSnapshot(ShownPage page) {
        var sentence = "The page was drawn from another snapshot of this minute, and there may be only one.";
        return switch (page.signer()) {
            case ShownPage.Signer.Key _ -> new Finding.Differs(sentence);
            case ShownPage.Signer.Nobody _ -> new Finding.Undecided(sentence + " " + signed(page));
        };
    }

    private static Finding compare(ShownPage page, List<Drawn> drawn) {
        if (page.cards().size() != drawn.size()) {
            return differs(
                    "The page has %d cards, and the draw gives %d."
                            .formatted(page.cards().size(), drawn.size()),
                    page);
        }
        return IntStream.range(0, drawn.size())
                .filter(i -> !page.cards().get(i).agrees(drawn.get(i), page.minute()))
                .mapToObj(i -> differs(should(drawn.get(i), page), page))
                .findFirst()
                .orElseGet(() -> new Finding.Agrees("The page agrees: %d cards, each where the lots put it. %s %s"
                        .formatted(drawn.size(), asked(page), signed(page))));
    }

    private static Finding differs(String sentence, ShownPage page) {
        return new Finding.Differs("%s %s %s".formatted(sentence, asked(page), signed(page)));
    }

    private static String should(Drawn card, ShownPage page) {
        var why = Foreign.line(Why.json(card, page.minute()).toString());
        return "Card %d should be group %s with %s.".formatted(card.position(), card.gid(), why);
    }

    /** The page says itself what was asked: whoever wrote it can have left somebody out by a filter. */
    private static String asked(ShownPage page) {
        return "Drawn again was page %d for the nonce %s, %s. Only who asked knows whether they asked for that."
                .formatted(page.number(), page.nonce(), words(page.filter()));
    }

    private static String words(Filter filter) {
        var words = new ArrayList<String>();
        words.add(
                filter.languages().isEmpty()
                        ? "in all languages"
                        : "in the languages " + Foreign.list(filter.languages()));
        words.add(filter.interest().isEmpty() ? "without an interest" : "tagged " + Foreign.list(filter.interest()));
        if (!filter.hidden().isEmpty()) {
            words.add("without what is labelled " + Foreign.list(filter.hidden()));
        }
        words.add(
                switch (filter.search()) {
                    case Search.Everybody _ -> "of everybody";
                    case Search.Only(var gids) -> "of %d groups that a search found".formatted(gids.size());
                });
        return String.join(", ", words);
    }

    private static String signed(ShownPage page) {
        return switch (page.signer()) {
            case ShownPage.Signer.Key _ -> "The page is signed with the snapshot's key.";
            case ShownPage.Signer.Nobody _ -> "The page is not signed: it proves nothing about what was shown.";
        };
    }
}
