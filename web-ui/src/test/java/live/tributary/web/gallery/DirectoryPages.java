// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.gallery;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import live.tributary.web.page.DirectoryCard;
import live.tributary.web.page.DirectoryDraw;
import live.tributary.web.page.DirectoryFilter;
import live.tributary.web.page.DirectoryFilter.Choice;
import live.tributary.web.page.DirectoryLink;
import live.tributary.web.page.DirectoryPage;
import live.tributary.web.page.DirectoryPage.LiveNow;
import live.tributary.web.page.DirectoryPlace;
import live.tributary.web.page.DirectoryWhy;
import live.tributary.web.page.DirectoryWhy.Turn;
import live.tributary.web.page.DrawCheckPage;
import live.tributary.web.page.ListedRingsPage;
import live.tributary.web.page.ListedTeam;
import live.tributary.web.page.ListedTeamsPage;
import live.tributary.web.page.More;
import live.tributary.web.page.OpenSeat;
import live.tributary.web.page.Page;
import live.tributary.web.page.RingStop;
import live.tributary.web.page.SeatsPage;
import live.tributary.web.page.Still;
import live.tributary.web.page.TimesShown;
import live.tributary.web.page.UpNext;
import live.tributary.web.page.UpNextPage;

import static live.tributary.web.gallery.Cast.NOON;
import static live.tributary.web.gallery.Cast.STILL;

/** The pages of a directory in every state. */
final class DirectoryPages {

    static final ListedTeam KILN = team("Kiln & Kettle", "kilnkettle.example", 38);
    static final String NONCE = "5f0c3a9e41d87b26c0e1944fa2b8d763";
    static final String HOUSE = "0".repeat(32);
    static final String KEY = "b1946ac92492d2347c6235b4d2611184f8e7a3c05d917b4f60a2c9d3e8457f10";

    private static final String MINUTE = "2026-11-22T11:59Z";
    private static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static final ListedTeam LONG = team(
            "The Society of Friends of Wood-Fired Stoneware and Slow Kilns",
            "stoneware-and-slow-kilns.community.example",
            285);
    private static final ListedTeam NACHT = team("Nachtfrequenz", "nachtfrequenz.example", 300);
    private static final ListedTeam FERRY = team("Slow Ferry Chess", "slowferry.example", 185);
    private static final ListedTeam TIDE = team("Low Tide Kitchen", "lowtide.example", 170);

    private static final List<DirectoryLink> LINKS = Stream.of(DirectoryLink.Kind.values())
            .map(kind -> new DirectoryLink(kind, "/directory/" + kind.messageKey()))
            .toList();
    private static final TimesShown SHOWN = TimesShown.of(IntStream.range(0, 46)
            .map(team -> 100 + (team * 37 % 23) - 11 + (team == 5 ? 90 : 0))
            .boxed()
            .toList());

    private static final DrawCheckPage.Figures FIGURES = new DrawCheckPage.Figures(
            "2026-11-21",
            List.of(
                    new DrawCheckPage.Pool("English", 46, "0.058", "0.061", "0.74"),
                    new DrawCheckPage.Pool("Deutsch", 7, "0.031", "0.040", "0.88")));

    private final Frames frames;
    private final Map<String, Page> pages = new LinkedHashMap<>();

    private DirectoryPages(Frames frames) {
        this.frames = frames;
    }

    static Map<String, Page> of(Frames frames) {
        var gallery = new DirectoryPages(frames);
        gallery.addLive();
        gallery.addLists();
        gallery.addChecks();
        return gallery.pages;
    }

    /** The page that a browser is given which asks with its own dice for what this one holds back. */
    static Page asked(DirectoryPage page) {
        if (page.live() instanceof LiveNow.Drawn drawn) {
            var draw = new DirectoryDraw(
                    drawn.draw().minute(),
                    NONCE,
                    true,
                    "7f3a·1159",
                    drawn.draw().checkPath());
            return directory(page, new LiveNow.Drawn(drawn.teams(), drawn.hosts(), draw, drawn.places(), drawn.more()));
        }
        return page;
    }

    private static Page directory(DirectoryPage page, LiveNow live) {
        return new DirectoryPage(page.frame(), page.filter(), live, page.next(), page.shown(), page.links());
    }

    private void addLive() {
        var next = new More.Next("/directory?n=" + NONCE + "&at=" + MINUTE + "&page=2", 22, 46);
        pages.put("directory", live(filter(), drawn(HOUSE, false, places(), next), SHOWN));
        pages.put("directory-own", live(chosen(), drawn(NONCE, true, places(), next), SHOWN));
        pages.put(
                "directory-alone",
                live(filter(), drawn(HOUSE, true, List.of(places().get(1)), new More.Nothing()), many()));
        pages.put("directory-none", live(chosen(), new LiveNow.NoneFound(46), SHOWN));
        pages.put("directory-nobody", live(filter(), new LiveNow.Nobody(), TimesShown.of(List.of())));
        pages.put("directory-starting", live(filter(), new LiveNow.Starting(), TimesShown.of(List.of())));
    }

    private Page live(DirectoryFilter filter, LiveNow live, TimesShown shown) {
        var next = live instanceof LiveNow.Starting ? List.<UpNext>of() : next();
        return new DirectoryPage(frames.guest("/directory"), filter, live, next, shown, LINKS);
    }

    private static LiveNow drawn(String nonce, boolean asked, List<DirectoryPlace> places, More more) {
        return new LiveNow.Drawn(46, 39, draw(nonce, asked), places, more);
    }

    private static DirectoryDraw draw(String nonce, boolean asked) {
        return new DirectoryDraw(MINUTE, nonce, asked, "5f0c·1159", "/directory/draw?at=" + MINUTE + "&n=" + nonce);
    }

    /** So many that some stand for others. */
    private static TimesShown many() {
        return TimesShown.of(
                IntStream.range(0, 300).map(team -> 80 + team * 53 % 47).boxed().toList());
    }

    private static List<DirectoryPlace> places() {
        return List.of(
                new DirectoryPlace.Live(
                        1, card(KILN, Cast.TITLE, List.of("Ines Okafor"), STILL), why(Turn.BEHIND, 1, false)),
                new DirectoryPlace.Live(
                        2,
                        card(NACHT, "Patching from silence, no presets", List.of("Jule", "Mara"), new Still.None()),
                        why(Turn.EVEN, 1, true)),
                new DirectoryPlace.Live(3, marked(), why(Turn.AHEAD, 2, false)),
                new DirectoryPlace.Ended(4, card(TIDE, "Fish stew for eleven", List.of("Rosa"), STILL)),
                new DirectoryPlace.Withdrawn(5),
                new DirectoryPlace.Live(6, card(FERRY, "", List.of(), STILL), why(Turn.EVEN, 2, false)));
    }

    static DirectoryCard card(ListedTeam team, String title, List<String> onAir, Still still) {
        return new DirectoryCard(
                team,
                title,
                team.page(),
                onAir,
                Cast.SINCE,
                List.of("English"),
                List.of("pottery", "slow-tv"),
                List.of(),
                still);
    }

    private static DirectoryCard marked() {
        return new DirectoryCard(
                LONG,
                "Raku in the dark <b>with</b> open fire, sudden light and a kiln that may crack with a bang",
                LONG.page(),
                List.of("Per", "Ana Lindqvist", "A Member With A Very Long Name Indeed"),
                NOON,
                List.of("English", "Norwegian Bokmål", "Portuguese (Brazil)"),
                List.of("raku", "wood-fired-stoneware", "making", "ceramics", "open-fire"),
                List.of("Flashing images", "Violence"),
                new Still.None());
    }

    private static DirectoryWhy why(Turn turn, int tier, boolean lowered) {
        var shared = tier == 1 ? List.of("pottery", "slow-tv") : List.<String>of();
        var numbers = new DirectoryWhy.Numbers("en", 1048576, 1436549, 285142, 6250312, 5242880, 14073046);
        return new DirectoryWhy("English", shared, tier, 73, turn, lowered, lowered, numbers);
    }

    private static DirectoryFilter filter() {
        return new DirectoryFilter(interests(List.of()), choices(List.of("English", "Deutsch"), ""), notes(false), "");
    }

    private static DirectoryFilter chosen() {
        return new DirectoryFilter(
                interests(List.of("pottery", "slow tv", "music", "games", "cooking")),
                choices(List.of("English", "Deutsch"), "Deutsch"),
                notes(true),
                "moon jar");
    }

    private static List<Choice> interests(List<String> chosen) {
        var names = new ArrayList<>(chosen);
        Stream.of("pottery", "music", "games", "growing", "making software", "cooking", "slow tv", "radio")
                .filter(name -> !chosen.contains(name))
                .forEach(names::add);
        return names.stream()
                .map(name -> new Choice(name.replace(' ', '-'), name, chosen.contains(name)))
                .toList();
    }

    private static List<Choice> notes(boolean hidden) {
        return choices(List.of("Flashing images", "Violence", "Sexual content", "Gambling"), hidden ? "Violence" : "");
    }

    static List<Choice> choices(List<String> names, String chosen) {
        return names.stream()
                .map(name -> new Choice(name, name, name.equals(chosen)))
                .toList();
    }

    private static List<UpNext> next() {
        return List.of(
                next(30, team("Tea Bowl Club", "teabowl.example", 140), "First fire of winter"),
                next(60, LONG, "Opening the kiln after four days of fire, with everybody who carried wood"),
                next(75, team("Loom & Ladder", "loom.example", 350), ""),
                next(2000, FERRY, "Endgames for tired people"));
    }

    private static UpNext next(int minutes, ListedTeam team, String title) {
        return new UpNext(NOON.plus(Duration.ofMinutes(minutes)), team, title, "English");
    }

    private void addLists() {
        pages.put("up-next", upNext(next()));
        pages.put("up-next-nobody", upNext(List.of()));
        pages.put("listed-rings", rings(ringEntries()));
        pages.put("listed-rings-none", rings(List.of()));
        pages.put("listed-teams", teams("", entries()));
        pages.put("listed-teams-none", teams("raku", List.of()));
        pages.put("listed-teams-nobody", teams("", List.of()));
        pages.put("seats", seats("", List.of(seat("s1", KILN), seat("s2", LONG), seat("s3", FERRY))));
        pages.put("seats-none", seats("lighthouse", List.of()));
        pages.put("seats-nobody", seats("", List.of()));
    }

    private Page upNext(List<UpNext> next) {
        var frame = frames.guest("/directory/next");
        return new UpNextPage(frame, UpNextPage.Span.DAY, next, new More.Nothing(), LINKS);
    }

    private Page rings(List<ListedRingsPage.Entry> entries) {
        var more = entries.isEmpty() ? new More.Nothing() : new More.Next("/directory/rings?page=2", 8, 32);
        return new ListedRingsPage(frames.guest("/directory/rings"), 32, entries, more, LINKS);
    }

    private static List<ListedRingsPage.Entry> ringEntries() {
        return List.of(
                ring("The Clay Ring", "Pots, and whoever makes them.", List.of(stop(KILN, true), stop(TIDE, false)), 5),
                ring(
                        "The Ring of Everybody Who Ever Carried Wood to a Kiln at Night",
                        "Whom we take: teams that fire with wood, alder-larch-and-driftwood-only-if-it-was-dried-for-two-winters, and bring tea.",
                        List.of(stop(LONG, true), stop(NACHT, true), stop(FERRY, false)),
                        0),
                ring("Ferry", "", List.of(stop(FERRY, false)), 1));
    }

    private static ListedRingsPage.Entry ring(String name, String charter, List<RingStop> stops, int others) {
        int live = (int) stops.stream().filter(RingStop::live).count();
        var page = URI.create("https://kilnkettle.example/ring/clay");
        return new ListedRingsPage.Entry(name, page, "kilnkettle.example", charter, live, stops, others);
    }

    private static RingStop stop(ListedTeam team, boolean live) {
        return new RingStop(team.name(), team.page().toString(), live, false);
    }

    private Page teams(String words, List<ListedTeamsPage.Entry> entries) {
        var more = entries.isEmpty() ? new More.Nothing() : new More.Next("/directory/teams?page=2", 46, 50);
        return new ListedTeamsPage(frames.guest("/directory/teams"), words, entries.size(), entries, more, LINKS);
    }

    private static List<ListedTeamsPage.Entry> entries() {
        return List.of(
                new ListedTeamsPage.Entry(
                        KILN,
                        "Pots from the wheel to the fire, twice a week.",
                        List.of("English"),
                        List.of("pottery"),
                        true),
                new ListedTeamsPage.Entry(
                        LONG,
                        "",
                        List.of("English", "Norwegian Bokmål", "Portuguese (Brazil)"),
                        List.of("raku", "wood-fired-stoneware", "making", "ceramics", "open-fire"),
                        true),
                new ListedTeamsPage.Entry(FERRY, "Chess on a ferry.", List.of("Norsk"), List.of(), false));
    }

    private Page seats(String words, List<SeatsPage.Opening> openings) {
        return new SeatsPage(
                frames.guest("/directory/seats"),
                words,
                choices(List.of("English", "Deutsch"), ""),
                openings,
                new More.Nothing(),
                LINKS);
    }

    private static SeatsPage.Opening seat(String id, ListedTeam team) {
        return new SeatsPage.Opening(team, openSeat(id));
    }

    static OpenSeat openSeat(String id) {
        return id.equals("s2")
                ? new OpenSeat(id, "Moderator", List.of(), List.of(), "", "", NOON.plus(Duration.ofDays(3)))
                : new OpenSeat(
                        id,
                        "Streamer for Sunday mornings, with a wheel of their own",
                        List.of("pottery", "glaze"),
                        List.of("English", "Deutsch"),
                        "two Sundays a month, 10 to 12 CET",
                        "You need no audience. We bring the kiln, you bring the patience.",
                        NOON.plus(Duration.ofDays(40)));
    }

    private void addChecks() {
        pages.put("draw-check", check(new DrawCheckPage.Subject.Nothing()));
        pages.put("draw-check-unknown", check(new DrawCheckPage.Subject.Unknown("2026-01-01T00:00Z")));
        pages.put(
                "draw-check-kept",
                check(served(NONCE, new DrawCheckPage.DayKey.Kept(HASH, Instant.parse("2026-11-23T00:30:00Z")))));
        pages.put("draw-check-out", check(served(HOUSE, new DrawCheckPage.DayKey.Out(HASH, KEY))));
    }

    private Page check(DrawCheckPage.Subject subject) {
        return new DrawCheckPage(frames.guest("/directory/draw"), subject, FIGURES, LINKS);
    }

    private static DrawCheckPage.Subject served(String nonce, DrawCheckPage.DayKey key) {
        var order = IntStream.range(0, 24)
                .mapToObj(place -> new DrawCheckPage.Drawn(
                        "%016x".formatted(0x9E3779B97F4A7C15L * (place + 1)),
                        place == 3 ? "" : place == 5 ? LONG.name() : KILN.name()))
                .toList();
        return new DrawCheckPage.Subject.Served(
                draw(nonce, true),
                "{\"signed\":{}}",
                "/directory/receipt?at=" + MINUTE + "&n=" + nonce,
                "/directory/snapshots/" + MINUTE,
                nonce.equals(HOUSE) ? List.of() : List.of("pottery", "Deutsch", "without flashing images"),
                order,
                key);
    }

    private static ListedTeam team(String name, String host, int hue) {
        return new ListedTeam(name, host, URI.create("https://" + host + "/"), hue);
    }
}
