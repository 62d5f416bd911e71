// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import live.tributary.node.draws.DrawnPage;
import live.tributary.node.draws.Draws;
import live.tributary.node.draws.PageRequest;
import live.tributary.node.draws.Place;
import live.tributary.node.draws.Searches;
import live.tributary.node.fairturn.Filter;
import live.tributary.node.fairturn.Minute;
import live.tributary.node.gate.Visitor;
import live.tributary.node.ledger.DayFigures;
import live.tributary.node.ledger.Ledger;
import live.tributary.web.page.DrawCheckPage;
import live.tributary.web.page.DrawCheckPage.DayKey;
import live.tributary.web.page.DrawCheckPage.Subject;

/** Where anybody draws a page again, with all that it was drawn from. */
@Controller
final class DrawCheckController {

    private static final String RECEIPT = "/api/v1/directory/receipt";

    private static final int THOUSANDTHS = 3;

    private final Draws draws;
    private final Searches searches;
    private final Ledger ledger;
    private final Frames frames;
    private final InstantSource clock;

    DrawCheckController(Draws draws, Searches searches, Ledger ledger, Frames frames, InstantSource clock) {
        this.draws = draws;
        this.searches = searches;
        this.ledger = ledger;
        this.frames = frames;
        this.clock = clock;
    }

    @GetMapping(DirectoryPages.CHECK)
    Answer check(
            @RequestParam(defaultValue = "") String n,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") List<String> tag,
            @RequestParam(defaultValue = "") List<String> lang,
            @RequestParam(defaultValue = "") List<String> hide,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            Visitor visitor) {
        var asked = new DirectoryAddress(n, at, tag, lang, hide, q, page);
        var frame = frames.of(visitor, DirectoryPages.CHECK);
        return Answer.show(new DrawCheckPage(frame, subject(asked), figures(), DirectoryPages.LINKS));
    }

    /** Of the last day that is over. */
    private DrawCheckPage.Figures figures() {
        var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
        return new DrawCheckPage.Figures(
                day.toString(),
                ledger.figures(day).stream().map(DrawCheckController::shown).toList());
    }

    private static DrawCheckPage.Pool shown(DayFigures figures) {
        return new DrawCheckPage.Pool(
                DirectoryCards.language(figures.pool()),
                figures.groups(),
                decimal(figures.turnGini()),
                decimal(figures.exposureGini()),
                decimal(figures.p1Share()));
    }

    private static String decimal(int thousandths) {
        return BigDecimal.valueOf(thousandths, THOUSANDTHS).toPlainString();
    }

    private Subject subject(DirectoryAddress asked) {
        return asked.at().isEmpty()
                ? new Subject.Nothing()
                : Minute.parse(asked.at())
                        .flatMap(minute -> draws.page(
                                minute,
                                asked.nonce(),
                                asked.filter(searches.live(asked.q())),
                                PageRequest.page(asked.page())))
                        .<Subject>map(drawn -> served(asked, drawn))
                        .orElseGet(() -> new Subject.Unknown(asked.at()));
    }

    private Subject served(DirectoryAddress asked, DrawnPage drawn) {
        var minute = drawn.minute().toString();
        return new Subject.Served(
                DirectoryPages.draw(asked, drawn),
                draws.receipt(drawn).write(),
                asked.at(RECEIPT, minute, drawn.number()),
                "/directory/snapshots/" + minute,
                words(drawn.filter(), asked.q()),
                drawn.places().stream().map(DrawCheckController::drawn).toList(),
                key(drawn.minute()));
    }

    private static List<String> words(Filter filter, String typed) {
        var words = new ArrayList<>(DirectoryCards.languages(filter.languages()));
        words.addAll(filter.interest());
        filter.hidden().forEach(label -> words.add("− " + DirectoryCards.note(label)));
        if (!typed.isBlank()) {
            words.add("“%s”".formatted(typed));
        }
        return words;
    }

    private static DrawCheckPage.Drawn drawn(Place place) {
        var gid = place.card().gid().toString();
        return switch (place) {
            case Place.Live(var _, var live) ->
                new DrawCheckPage.Drawn(gid, live.group().name());
            case Place.Ended(var _, var live) ->
                new DrawCheckPage.Drawn(gid, live.group().name());
            case Place.Unnamed _ -> new DrawCheckPage.Drawn(gid, "");
        };
    }

    private DayKey key(Minute minute) {
        return switch (ledger.promise(minute.day())) {
            case Ledger.Promise.Secret(var commitment, var until) -> new DayKey.Kept(commitment.hex(), until);
            case Ledger.Promise.Kept(var commitment, var key) -> new DayKey.Out(commitment.hex(), key.hex());
        };
    }
}
