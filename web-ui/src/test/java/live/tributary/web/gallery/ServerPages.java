// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.gallery;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import live.tributary.web.page.FieldError;
import live.tributary.web.page.FormErrors;
import live.tributary.web.page.LookUpPage;
import live.tributary.web.page.LookUpPage.Finding;
import live.tributary.web.page.LookUpPage.Stage;
import live.tributary.web.page.Page;
import live.tributary.web.page.ReportsPage;
import live.tributary.web.page.RulesImportPage;
import live.tributary.web.page.ServerRule;
import live.tributary.web.page.ServerRule.Severity;
import live.tributary.web.page.ServerRulesPage;
import live.tributary.web.page.ServerRulesPage.Allowing;
import live.tributary.web.page.ServersPage;
import live.tributary.web.page.SigningKeys;

import static live.tributary.web.gallery.Cast.INES;
import static live.tributary.web.gallery.Cast.KILN;
import static live.tributary.web.gallery.Cast.NOON;

/** The pages on which the owner of a node sees to other servers, in every state. */
final class ServerPages {

    private static final ServerRule BLOCKED = new ServerRule("deals.example", Severity.BLOCK, true, true, "spam");
    private static final ServerRule LIMITED =
            new ServerRule("loud.example", Severity.LIMIT, false, true, "Many strange reports in October");
    private static final ServerRule NO_MEDIA = new ServerRule("pictures.example", Severity.NOTHING, true, false, "");
    private static final Allowing EVERYBODY = new Allowing.Everybody();
    private static final String LIST =
            "#domain,#severity,#reject_media\ndeals.example,suspend,TRUE\n*.hidden,suspend,\n";

    private final Frames frames;
    private final Map<String, Page> pages = new LinkedHashMap<>();

    private ServerPages(Frames frames) {
        this.frames = frames;
    }

    static Map<String, Page> of(Frames frames) {
        var gallery = new ServerPages(frames);
        gallery.addServers();
        gallery.addRules();
        gallery.addReports();
        gallery.addLookUp();
        return gallery.pages;
    }

    private void addServers() {
        var later = new ServersPage.Due.At(NOON.plus(Duration.ofMinutes(10)));
        var soon = new ServersPage.Due.Soon();
        var hosts = List.of(
                new ServersPage.Host(
                        "loud.example", 12, 340, 0, ServersPage.Standing.PAUSED, later, "503 Service Unavailable"),
                new ServersPage.Host(
                        "slow.example", 1, 3, 0, ServersPage.Standing.SENDING, soon, "It did not answer in 10 s."),
                new ServersPage.Host(
                        "deals.example", 0, 0, 41, ServersPage.Standing.GIVEN_UP, later, "There is no such host."),
                new ServersPage.Host("pond.example", 0, 1204, 0, ServersPage.Standing.REACHED, soon, "202"));
        var refused = List.of(
                new ServersPage.Refusal(NOON, "203.0.113.9", "A rule of this node blocks deals.example."),
                new ServersPage.Refusal(
                        NOON,
                        "2001:db8:85a3:8d3:1319:8a2e:370:7348",
                        "The signature of https://loud.example/users/a-name-that-is-rather-long#main-key does not fit."),
                new ServersPage.Refusal(NOON, "203.0.113.7", "It was not signed."));
        pages.put(
                "servers",
                new ServersPage(frames.owner("/studio/servers"), KILN, INES, hosts, refused, FediversePages.KEYS));
        pages.put(
                "servers-none",
                new ServersPage(
                        frames.owner("/studio/servers"), KILN, INES, List.of(), List.of(), new SigningKeys.None()));
    }

    private void addRules() {
        var rules = List.of(BLOCKED, LIMITED, NO_MEDIA);
        pages.put("rules", rules(EVERYBODY, rules, ServerRule.empty(), FormErrors.none()));
        var typed = new ServerRule("https://deals.example/", Severity.BLOCK, false, false, "");
        pages.put(
                "rules-wrong",
                rules(
                        new Allowing.Listed(List.of("pond.example", "stoneware.example")),
                        rules,
                        typed,
                        FormErrors.on("domain", FieldError.DOMAIN_INVALID)));
        pages.put(
                "rules-none",
                rules(
                        new Allowing.Listed(List.of()),
                        List.of(),
                        ServerRule.empty(),
                        FormErrors.on("comment", FieldError.COMMENT_INVALID)));
        var change =
                new RulesImportPage.Change(LIMITED, new ServerRule("loud.example", Severity.BLOCK, false, true, ""));
        var leftOut = List.of(
                "Line 7 hides a part of its domain (*.hidden-by-stars.example) and is left out.",
                "Line 9 has an unknown severity (perhaps) and is left out.");
        pages.put("rules-import", preview(List.of(BLOCKED, NO_MEDIA), List.of(change), 14, leftOut));
        pages.put("rules-import-nothing", preview(List.of(), List.of(), 1, List.of()));
    }

    private Page rules(Allowing allowing, List<ServerRule> rules, ServerRule form, FormErrors errors) {
        return new ServerRulesPage(frames.owner("/studio/servers/rules"), KILN, INES, allowing, rules, form, errors);
    }

    private Page preview(
            List<ServerRule> added, List<RulesImportPage.Change> changed, int unchanged, List<String> leftOut) {
        return new RulesImportPage(
                frames.owner("/studio/servers/rules/import"), KILN, INES, added, changed, unchanged, leftOut, LIST);
    }

    private void addReports() {
        var about = List.of(
                URI.create("https://kilnkettle.example/@kiln/ines"),
                URI.create("https://kilnkettle.example/ap/v/9c9de5e8-0a1e-484a-b099-e80766180a6d"));
        var reports = List.of(
                new ReportsPage.Report(
                        "r1", "pond.example", NOON, "The glaze recipe names a poison.\nPlease look.", about),
                new ReportsPage.Report("r2", "deals.example", NOON, "", about.subList(0, 1)));
        pages.put("reports", new ReportsPage(frames.owner("/studio/servers/reports"), KILN, INES, reports));
        pages.put("reports-none", new ReportsPage(frames.owner("/studio/servers/reports"), KILN, INES, List.of()));
    }

    private void addLookUp() {
        pages.put("look-up-wrong", lookUp("ana", FormErrors.on("address", FieldError.LOOK_UP_INVALID), List.of()));
        pages.put(
                "look-up-good",
                lookUp(
                        "@ana@pond.example",
                        FormErrors.none(),
                        List.of(
                                new LookUpPage.Step(Stage.NAME, Finding.GOOD, "https://pond.example/users/ana"),
                                new LookUpPage.Step(Stage.ACTOR, Finding.GOOD, "Ana Lindqvist"),
                                new LookUpPage.Step(Stage.KEY, Finding.GOOD, "https://pond.example/users/ana#main-key"),
                                new LookUpPage.Step(Stage.SERVER, Finding.UNSAID, ""))));
        var everyFinding = Stream.of(Finding.values())
                .map(finding -> new LookUpPage.Step(Stage.ACTOR, finding, "https://pond.example/users/ana"))
                .toList();
        pages.put("look-up-bad", lookUp("@ana@pond.example", FormErrors.none(), everyFinding));
    }

    private Page lookUp(String address, FormErrors errors, List<LookUpPage.Step> steps) {
        return new LookUpPage(frames.owner("/studio/servers/look-up"), KILN, INES, address, errors, steps);
    }
}
