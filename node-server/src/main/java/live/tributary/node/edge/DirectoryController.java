// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

import live.tributary.node.directory.LiveBoard;
import live.tributary.node.draws.Draws;
import live.tributary.node.draws.Searches;
import live.tributary.node.gate.Visitor;
import live.tributary.node.kernel.Actor;
import live.tributary.web.page.ListedTeamsPage;
import live.tributary.web.page.More;

/** The directory: who is live, drawn by lot, and all who are listed. It sends visitors to the teams and plays nothing. */
@Controller
final class DirectoryController {

    private static final String TEAMS = DirectoryPages.ROOT + "/teams";
    private static final int TEAMS_ON_A_PAGE = 60;

    private final DirectoryPages pages;
    private final Draws draws;
    private final Searches searches;
    private final LiveBoard board;
    private final Frames frames;

    DirectoryController(DirectoryPages pages, Draws draws, Searches searches, LiveBoard board, Frames frames) {
        this.pages = pages;
        this.draws = draws;
        this.searches = searches;
        this.board = board;
        this.frames = frames;
    }

    /** A page without dice has the draw of the house, for who has no script; who has one asks again at once, with dice. */
    @GetMapping(DirectoryPages.ROOT)
    Answer live(
            @RequestParam(defaultValue = "") String n,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") List<String> tag,
            @RequestParam(defaultValue = "") List<String> lang,
            @RequestParam(defaultValue = "") List<String> hide,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            @RequestHeader(name = "User-Agent", defaultValue = "") String agent,
            Visitor visitor) {
        var asked = new DirectoryAddress(n, at, tag, lang, hide, q, page);
        var drawn = pages.drawn(asked);
        drawn.ifPresent(
                shown -> draws.shown(Actor.SYSTEM, shown, visitor.transport().client(), agent));
        return Answer.show(pages.page(frames.of(visitor, DirectoryPages.ROOT), asked, drawn));
    }

    @GetMapping(TEAMS)
    Answer teams(
            @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page, Visitor visitor) {
        var found = searches.listed(q);
        int from = Math.clamp((page - 1L) * TEAMS_ON_A_PAGE, 0, found.size());
        var shown = found.stream().skip(from).limit(TEAMS_ON_A_PAGE).toList();
        int left = found.size() - from - shown.size();
        var more = left <= 0
                ? new More.Nothing()
                : new More.Next(teamsPage(q, page + 1), Math.min(left, TEAMS_ON_A_PAGE), found.size());
        return Answer.show(new ListedTeamsPage(
                frames.of(visitor, TEAMS),
                q,
                found.size(),
                shown.stream()
                        .map(group -> new ListedTeamsPage.Entry(
                                DirectoryCards.team(group),
                                group.promise(),
                                DirectoryCards.languages(group.languages()),
                                group.tags(),
                                board.find(group.id()).isPresent()))
                        .toList(),
                more,
                DirectoryPages.LINKS));
    }

    private static String teamsPage(String q, int page) {
        return "%s?q=%s&page=%d".formatted(TEAMS, URLEncoder.encode(q, StandardCharsets.UTF_8), page);
    }
}
