// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import live.tributary.node.blocks.Stranger;
import live.tributary.node.directory.Directory;
import live.tributary.node.directory.Directory.Named;
import live.tributary.node.directory.KnownGroup;
import live.tributary.node.directory.LiveBoard;
import live.tributary.node.directory.Reruns;
import live.tributary.node.edge.StrangersNames.Meant;
import live.tributary.node.gate.Visitor;
import live.tributary.node.kernel.Actor;
import live.tributary.node.vouches.Vouches;
import live.tributary.web.page.DeskTeamsPage;
import live.tributary.web.page.FieldError;
import live.tributary.web.page.FormErrors;
import live.tributary.web.page.KeptTeam;
import live.tributary.web.page.More;

/** Whom a directory lists, for its owner, who may name a team. */
@Controller
final class DeskController {

    private static final int TEAMS_ON_A_PAGE = 60;
    private static final int LONGEST_SEARCH = 100;

    private final Directory directory;
    private final LiveBoard board;
    private final Vouches vouches;
    private final Reruns reruns;
    private final StrangersNames names;
    private final Desk desk;

    DeskController(
            Directory directory, LiveBoard board, Vouches vouches, Reruns reruns, StrangersNames names, Desk desk) {
        this.directory = directory;
        this.board = board;
        this.vouches = vouches;
        this.reruns = reruns;
        this.names = names;
        this.desk = desk;
    }

    @GetMapping(Desk.ROOT)
    Answer list(
            @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page, Visitor visitor) {
        var owner = Desk.owner(visitor);
        return Answer.show(page(visitor, owner, q, page, Said.NOTHING));
    }

    /** What came of the form. */
    private record Said(String typed, String notice, FormErrors errors) {
        static final Said NOTHING = new Said("", "", FormErrors.none());
    }

    @PostMapping(Desk.ROOT)
    Answer name(Form form, Visitor visitor) {
        var owner = Desk.owner(visitor);
        var typed = form.text("team").strip();
        return switch (names.read(typed)) {
            case Meant.Known(Stranger.Somebody(var team)) -> name(visitor, owner, typed, team);
            case Meant.Known(Stranger.Server _) -> again(visitor, owner, typed, FieldError.TEAM_INVALID);
            case Meant.Nobody(var why) -> again(visitor, owner, typed, error(why));
        };
    }

    private Answer name(Visitor visitor, Actor owner, String typed, URI team) {
        return switch (directory.name(owner, team)) {
            case Named.Listed _, Named.Later _ -> Answer.goTo(DeskTeamController.path(team));
            case Named.Barred(var removal) -> Answer.goTo(DeskRemovalsController.path(removal));
            case Named.NotListed(var why) ->
                Answer.again(page(visitor, owner, "", 1, new Said(typed, why, FormErrors.none())));
        };
    }

    private Answer again(Visitor visitor, Actor owner, String typed, FieldError error) {
        return Answer.again(page(visitor, owner, "", 1, new Said(typed, "", FormErrors.on("team", error))));
    }

    private static FieldError error(FieldError why) {
        if (why == FieldError.STRANGER_INVALID) {
            return FieldError.TEAM_INVALID;
        }
        return why == FieldError.STRANGER_UNKNOWN ? FieldError.TEAM_UNKNOWN : why;
    }

    private DeskTeamsPage page(Visitor visitor, Actor owner, String words, int number, Said said) {
        var known = directory.known(owner);
        var found = found(known, words);
        int from = Math.clamp((number - 1L) * TEAMS_ON_A_PAGE, 0, found.size());
        var shown = found.stream().skip(from).limit(TEAMS_ON_A_PAGE).toList();
        int left = found.size() - from - shown.size();
        var more = left <= 0
                ? new More.Nothing()
                : new More.Next(path(words, number + 1), Math.min(left, TEAMS_ON_A_PAGE), found.size());
        var kept = new KeptTeams(owner, directory, board, vouches, reruns);
        return new DeskTeamsPage(
                desk.frame(visitor, Desk.ROOT),
                words,
                found.size(),
                shown.stream().map(kept::of).toList(),
                more,
                repeating(known, kept),
                desk.appeals(owner),
                said.typed(),
                said.notice(),
                said.errors());
    }

    /** The first of them by name: when somebody had a look at one, the next one shows. */
    private static List<KeptTeam> repeating(List<KnownGroup> known, KeptTeams kept) {
        return known.stream()
                .filter(kept::isSuspected)
                .limit(TEAMS_ON_A_PAGE)
                .map(kept::of)
                .toList();
    }

    /** By name and address; the owner sees also those who are not found by words. */
    private static List<KnownGroup> found(List<KnownGroup> known, String words) {
        var wanted = words.strip().toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(group -> wanted.isEmpty()
                        || (wanted.length() <= LONGEST_SEARCH
                                && (group.name() + " " + group.id())
                                        .toLowerCase(Locale.ROOT)
                                        .contains(wanted)))
                .toList();
    }

    private static String path(String words, int number) {
        return "%s?q=%s&page=%d".formatted(Desk.ROOT, URLEncoder.encode(words, StandardCharsets.UTF_8), number);
    }
}
