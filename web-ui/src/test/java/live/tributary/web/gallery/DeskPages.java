// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.gallery;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import live.tributary.web.page.DeskRemovalsPage;
import live.tributary.web.page.DeskRulesPage;
import live.tributary.web.page.DeskTeamPage;
import live.tributary.web.page.DeskTeamPage.RemovalForm;
import live.tributary.web.page.DeskTeamPage.Term;
import live.tributary.web.page.DeskTeamsPage;
import live.tributary.web.page.DirectoryLink;
import live.tributary.web.page.FieldError;
import live.tributary.web.page.FormErrors;
import live.tributary.web.page.KeptTeam;
import live.tributary.web.page.KeptTeam.OnAir;
import live.tributary.web.page.KeptTeam.Rank;
import live.tributary.web.page.KeptTeam.Repeats;
import live.tributary.web.page.ListingRulesPage;
import live.tributary.web.page.More;
import live.tributary.web.page.Page;
import live.tributary.web.page.Statement;
import live.tributary.web.page.Statement.Kind;
import live.tributary.web.page.StatementPage;
import live.tributary.web.page.StatementPage.Task;

import static live.tributary.web.gallery.Cast.NOON;

/** The pages of a directory's owner, and of teams that were taken off, in every state. */
final class DeskPages {

    private static final List<String> RULES = List.of(
            "The law: nothing is listed that is against the law where this directory is run.",
            "Content notes: whatever a stream often shows of violence, sex, flashing pictures or gambling stands in its notes.",
            "Live: what is on air happens now. A recording that is played again says so.");
    private static final String REASONS = """
            On 18, 19 and 21 November flashing images were on air without a note.
            Two visitors wrote to me about it, and I saw it myself on the 21st at 20:15.""";
    private static final String APPEAL = "The lamp is a kiln going out. We have set the note since.";

    private final Frames frames;

    private DeskPages(Frames frames) {
        this.frames = frames;
    }

    static Map<String, Page> of(Frames frames) {
        var desk = new DeskPages(frames);
        var pages = new LinkedHashMap<String, Page>();
        pages.put("desk", desk.teams(all(), "", FormErrors.on("team", FieldError.TEAM_INVALID)));
        pages.put("desk-none", desk.teams(List.of(), "This directory is full.", FormErrors.none()));
        var wrong = new FormErrors(Map.of("rule", FieldError.RULE_MISSING, "reasons", FieldError.REASONS_INVALID));
        pages.put("desk-team-wrong", desk.team(new RemovalForm(0, Term.OPEN, "Spam.", true, wrong)));
        pages.put("desk-removals", desk.removals());
        pages.put("desk-removals-none", new DeskRemovalsPage(frames.owner("/directory/desk/removals"), List.of(), 0));
        pages.put("desk-rules-wrong", desk.rules(FormErrors.on("rules", FieldError.RULES_SAME)));
        desk.statements(pages);
        var links = List.of(new DirectoryLink(DirectoryLink.Kind.HOW, "/directory/draw"));
        pages.put(
                "listing-rules-old",
                new ListingRulesPage(frames.guest("/directory/rules/2"), 2, 3, NOON, RULES, links));
        return pages;
    }

    private void statements(Map<String, Page> pages) {
        var link = "/directory/statements/7f3k";
        var kept = "/directory/desk/removals/01a2";
        var removed = List.of(step(Kind.REMOVED, REASONS));
        var appealed = List.of(step(Kind.REMOVED, REASONS), step(Kind.APPEALED, APPEAL));
        var over = List.of(
                step(Kind.REMOVED, REASONS),
                step(Kind.APPEALED, APPEAL),
                step(Kind.UPHELD, "The note came on the 22nd, the evenings before had none."),
                step(Kind.PUT_BACK, "A week with notes: that was what it was about."));
        pages.put(
                "statement-wrong",
                statement(
                        link,
                        removed,
                        new Task.Appeal(link),
                        FormErrors.on("appeal", FieldError.APPEAL_INVALID),
                        Term.OPEN));
        pages.put("statement-read", statement(link, over, new Task.Nothing(), FormErrors.none(), Term.MONTH));
        pages.put(
                "statement-appealed",
                statement(
                        kept,
                        appealed,
                        new Task.Answer(kept, true),
                        FormErrors.on("reasons", FieldError.REASONS_INVALID),
                        Term.OPEN));
    }

    private Page statement(String path, List<Statement.Step> steps, Task task, FormErrors errors, Term term) {
        var statement = new Statement(
                "The Society of Friends of Wood-Fired Stoneware and Slow Kilns",
                "stoneware-and-slow-kilns.community.example",
                2,
                "/directory/rules/2",
                2,
                RULES.get(1),
                term,
                NOON.plus(Duration.ofDays(30)),
                term == Term.OPEN,
                NOON.plus(Duration.ofDays(180)),
                steps);
        var frame = path.contains("desk") ? frames.owner(path) : frames.guest(path);
        return new StatementPage(frame, statement, task, "", errors, 1);
    }

    private static Statement.Step step(Kind kind, String words) {
        return new Statement.Step(kind, NOON, words);
    }

    private Page teams(List<KeptTeam> teams, String notice, FormErrors errors) {
        var more = teams.isEmpty() ? new More.Nothing() : new More.Next("/directory/desk?page=2", 60, 2_410);
        var typed = errors.byField().isEmpty() ? "" : "kiln";
        return new DeskTeamsPage(
                frames.owner("/directory/desk"),
                "",
                teams.size(),
                teams,
                more,
                repeating(teams),
                1,
                typed,
                notice,
                errors);
    }

    private static List<KeptTeam> repeating(List<KeptTeam> teams) {
        return teams.stream()
                .filter(team -> team.repeats() instanceof Repeats.Seen)
                .toList();
    }

    private static List<KeptTeam> all() {
        return List.of(
                kept("Kiln & Kettle", "kilnkettle.example", Rank.NAMED, OnAir.LIVE, NOON, ""),
                kept(
                        "The Society of Friends of Wood-Fired Stoneware and Slow Kilns",
                        "stoneware-and-slow-kilns.community.example",
                        Rank.VOUCHED,
                        OnAir.STILL,
                        Instant.EPOCH,
                        "The playlist has not moved for 12 seconds.",
                        new Repeats.Seen(NOON.minus(Duration.ofHours(9)), NOON)),
                kept("Slow Ferry Chess", "slowferry.example", Rank.NEWCOMER, OnAir.OFF, Instant.EPOCH, ""),
                kept("Low Tide Kitchen", "lowtide.example", Rank.HIDDEN, OnAir.OFF, Instant.EPOCH, ""),
                kept("", "pond.example", Rank.WAITING, OnAir.UNSEEN, Instant.EPOCH, ""));
    }

    private static KeptTeam kept(String name, String host, Rank rank, OnAir onAir, Instant lookedAt, String because) {
        return kept(name, host, rank, onAir, lookedAt, because, new Repeats.Nothing());
    }

    private static KeptTeam kept(
            String name, String host, Rank rank, OnAir onAir, Instant lookedAt, String because, Repeats repeats) {
        var id = "https://" + host + "/ap/g/7f3a";
        return new KeptTeam(id, name, host, URI.create(id), rank, onAir, NOON, NOON, lookedAt, because, repeats);
    }

    private Page team(RemovalForm form) {
        return new DeskTeamPage(frames.owner("/directory/desk/team"), all().get(1), RULES, form, 0);
    }

    private Page removals() {
        var rows = List.of(
                new DeskRemovalsPage.Row(
                        "/directory/desk/removals/1", "Slow Ferry Chess", "slowferry.example", 3, NOON, Kind.APPEALED),
                new DeskRemovalsPage.Row(
                        "/directory/desk/removals/2", "Low Tide Kitchen", "lowtide.example", 2, NOON, Kind.REMOVED),
                new DeskRemovalsPage.Row(
                        "/directory/desk/removals/3", "pond.example", "pond.example", 1, NOON, Kind.UPHELD),
                new DeskRemovalsPage.Row(
                        "/directory/desk/removals/4", "Kiln & Kettle", "kilnkettle.example", 1, NOON, Kind.PUT_BACK));
        return new DeskRemovalsPage(frames.owner("/directory/desk/removals"), rows, 1);
    }

    private Page rules(FormErrors errors) {
        return new DeskRulesPage(frames.owner("/directory/desk/rules"), 2, String.join("\n", RULES), errors, 0);
    }
}
