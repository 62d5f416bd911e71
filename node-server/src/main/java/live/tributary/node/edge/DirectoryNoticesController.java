// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import live.tributary.node.fairturn.Draw;
import live.tributary.node.gate.Visitor;
import live.tributary.node.notices.Ahead;
import live.tributary.node.notices.AnnouncedStart;
import live.tributary.node.notices.NoticeRequest;
import live.tributary.node.notices.Notices;
import live.tributary.node.notices.Opening;
import live.tributary.web.page.DirectoryFilter.Choice;
import live.tributary.web.page.More;
import live.tributary.web.page.OpenSeat;
import live.tributary.web.page.SeatsPage;
import live.tributary.web.page.UpNext;
import live.tributary.web.page.UpNextPage;

/** What listed teams announce: when they begin, and whom they look for. Each card leads to the team. */
@Controller
final class DirectoryNoticesController {

    private static final String NEXT = DirectoryPages.ROOT + "/next";
    private static final String SEATS = DirectoryPages.ROOT + "/seats";

    private final Notices notices;
    private final Frames frames;

    DirectoryNoticesController(Notices notices, Frames frames) {
        this.notices = notices;
        this.frames = frames;
    }

    @GetMapping(NEXT)
    Answer next(
            @RequestParam(name = "in", defaultValue = "day") String span,
            @RequestParam(defaultValue = "") String n,
            @RequestParam(defaultValue = "1") int page,
            Visitor visitor) {
        var ahead = NoticeRequest.ahead(span);
        var drawn = notices.starts(ahead, NoticeRequest.nonce(n), NoticeRequest.page(page));
        return Answer.show(new UpNextPage(
                frames.of(visitor, NEXT),
                span(ahead),
                drawn.page().stream().map(DirectoryNoticesController::start).toList(),
                more("%s?in=%s&n=%s".formatted(NEXT, span, n), page, drawn.teams()),
                DirectoryPages.LINKS));
    }

    /** Words and language come from a form, which sends what is empty, too. */
    @GetMapping(SEATS)
    Answer seats(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String lang,
            @RequestParam(defaultValue = "") String n,
            @RequestParam(defaultValue = "1") int page,
            Visitor visitor) {
        var words = NoticeRequest.words(q);
        var drawn = notices.openings(words, lang, NoticeRequest.nonce(n), NoticeRequest.page(page));
        var path = "%s?q=%s&lang=%s&n=%s".formatted(SEATS, encoded(words), encoded(lang), n);
        return Answer.show(new SeatsPage(
                frames.of(visitor, SEATS),
                words,
                languages(lang),
                drawn.page().stream().map(DirectoryNoticesController::opening).toList(),
                more(path, page, drawn.teams()),
                DirectoryPages.LINKS));
    }

    static UpNext start(AnnouncedStart start) {
        var languages = start.team().languages();
        return new UpNext(
                start.at(),
                DirectoryCards.team(start.team()),
                start.title().equals(start.team().name()) ? "" : start.title(),
                languages.isEmpty() ? "" : DirectoryCards.language(languages.getFirst()));
    }

    private static SeatsPage.Opening opening(Opening opening) {
        var seat = opening.seat();
        return new SeatsPage.Opening(
                DirectoryCards.team(opening.team()),
                new OpenSeat(
                        "",
                        seat.role(),
                        seat.topics(),
                        DirectoryCards.languages(seat.languages()),
                        seat.hours(),
                        seat.note(),
                        seat.expires()));
    }

    /** One that nobody names any more stays chosen: else the form would show another search than the page. */
    private List<Choice> languages(String chosen) {
        var named = notices.languagesOfSeats();
        var all = chosen.isEmpty() || named.contains(chosen)
                ? named.stream()
                : Stream.concat(Stream.of(chosen), named.stream());
        return all.map(tag -> new Choice(tag, DirectoryCards.language(tag), tag.equals(chosen)))
                .toList();
    }

    private static UpNextPage.Span span(Ahead ahead) {
        return switch (ahead) {
            case HOURS -> UpNextPage.Span.HOURS;
            case DAY -> UpNextPage.Span.DAY;
            case WEEK -> UpNextPage.Span.WEEK;
        };
    }

    private static More more(String path, int page, int teams) {
        int left = teams - page * Draw.PAGE;
        return left <= 0
                ? new More.Nothing()
                : new More.Next("%s&page=%d".formatted(path, page + 1), Math.min(left, Draw.PAGE), teams);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
