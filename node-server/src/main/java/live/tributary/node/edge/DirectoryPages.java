// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import live.tributary.federation.vocab.ContentLabel;
import live.tributary.node.draws.DrawnPage;
import live.tributary.node.draws.Draws;
import live.tributary.node.draws.PageRequest;
import live.tributary.node.draws.Searches;
import live.tributary.node.fairturn.Draw;
import live.tributary.node.fairturn.Filter;
import live.tributary.node.notices.Ahead;
import live.tributary.node.notices.Notices;
import live.tributary.web.page.DirectoryDraw;
import live.tributary.web.page.DirectoryFilter;
import live.tributary.web.page.DirectoryFilter.Choice;
import live.tributary.web.page.DirectoryLink;
import live.tributary.web.page.DirectoryPage;
import live.tributary.web.page.DirectoryPage.LiveNow;
import live.tributary.web.page.Frame;
import live.tributary.web.page.More;
import live.tributary.web.page.UpNext;

/** Fills the front page of a directory. Safe for any thread that may block. */
final class DirectoryPages {

    static final String ROOT = "/directory";
    static final String CHECK = ROOT + "/draw";

    static final List<DirectoryLink> LINKS = List.of(
            new DirectoryLink(DirectoryLink.Kind.HOW, CHECK),
            new DirectoryLink(DirectoryLink.Kind.RULES, ROOT + "/rules"),
            new DirectoryLink(DirectoryLink.Kind.JSON, "/api/v1/directory/draw"),
            new DirectoryLink(DirectoryLink.Kind.ATOM, ROOT + "/live.atom"),
            new DirectoryLink(DirectoryLink.Kind.OPML, ROOT + "/teams.opml"),
            new DirectoryLink(DirectoryLink.Kind.CALENDAR, ROOT + "/next.ics"));

    /** Interests to choose from. */
    private static final int MOST_INTERESTS = 24;

    /** Of those who announced a start. */
    private static final int MOST_NEXT = 6;

    private static final int NUMBER_DIGITS = 4;

    private final Draws draws;
    private final Searches searches;
    private final DirectoryFacts facts;
    private final Notices notices;

    DirectoryPages(Draws draws, Searches searches, DirectoryFacts facts, Notices notices) {
        this.draws = draws;
        this.searches = searches;
        this.facts = facts;
        this.notices = notices;
    }

    /** The page that was asked for, where there is a draw; none in the first minute after a start. */
    Optional<DrawnPage> drawn(DirectoryAddress asked) {
        var filter = asked.filter(searches.live(asked.q()));
        var number = PageRequest.page(asked.page());
        return asked.at().isEmpty()
                ? draws.page(asked.nonce(), filter, number)
                : draws.page(PageRequest.minute(asked.at()), asked.nonce(), filter, number)
                        .or(() -> draws.page(asked.nonce(), filter, number));
    }

    DirectoryPage page(Frame frame, DirectoryAddress asked, Optional<DrawnPage> drawn) {
        var now = facts.now();
        return new DirectoryPage(
                frame,
                filter(asked, now),
                drawn.map(page -> liveNow(asked, page, now.hosts())).orElseGet(LiveNow.Starting::new),
                next(asked),
                now.shown(),
                LINKS);
    }

    private List<UpNext> next(DirectoryAddress asked) {
        return notices.starts(Ahead.DAY, asked.nonce(), 1).page().stream()
                .limit(MOST_NEXT)
                .map(DirectoryNoticesController::start)
                .toList();
    }

    private static LiveNow liveNow(DirectoryAddress asked, DrawnPage page, int hosts) {
        if (page.live() == 0) {
            return new LiveNow.Nobody();
        }
        if (page.places().isEmpty()) {
            return new LiveNow.NoneFound(page.live());
        }
        return new LiveNow.Drawn(
                page.live(),
                Math.max(1, hosts),
                draw(asked, page),
                page.places().stream().map(DirectoryCards::place).toList(),
                more(asked, page));
    }

    static DirectoryDraw draw(DirectoryAddress asked, DrawnPage page) {
        var minute = page.minute().toString();
        var number = "%s·%s"
                .formatted(
                        page.nonce().hex().substring(0, NUMBER_DIGITS),
                        minute.substring(minute.indexOf('T') + 1).replaceAll("\\D", ""));
        return new DirectoryDraw(
                minute, page.nonce().hex(), !asked.n().isEmpty(), number, asked.at(CHECK, minute, page.number()));
    }

    private static More more(DirectoryAddress asked, DrawnPage page) {
        int left = page.found() - page.number() * Draw.PAGE;
        return left <= 0
                ? new More.Nothing()
                : new More.Next(
                        asked.at(ROOT, page.minute().toString(), page.number() + 1),
                        Math.min(left, Draw.PAGE),
                        page.found());
    }

    private static DirectoryFilter filter(DirectoryAddress asked, DirectoryFacts.Facts now) {
        var chosen = asked.filter(Filter.NONE.search());
        return new DirectoryFilter(
                interests(chosen.interest(), now.tags()),
                languages(chosen.languages(), now.languages()),
                notes(chosen.hidden()),
                asked.q());
    }

    private static List<Choice> interests(List<String> chosen, List<String> common) {
        var others = common.stream().filter(tag -> !chosen.contains(tag)).limit(MOST_INTERESTS);
        return Stream.concat(chosen.stream(), others)
                .map(tag -> new Choice(tag, tag, chosen.contains(tag)))
                .toList();
    }

    private static List<Choice> languages(List<String> chosen, List<String> spoken) {
        return Stream.concat(chosen.stream(), spoken.stream())
                .distinct()
                .map(tag -> new Choice(tag, DirectoryCards.language(tag), chosen.contains(tag)))
                .sorted(Comparator.comparing(Choice::name))
                .toList();
    }

    private static List<Choice> notes(List<String> hidden) {
        return Stream.of(ContentLabel.values())
                .map(label -> new Choice(label.word(), label.title(), hidden.contains(label.word())))
                .toList();
    }
}
