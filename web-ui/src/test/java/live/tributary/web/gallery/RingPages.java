// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.gallery;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import live.tributary.web.page.Downstream;
import live.tributary.web.page.Elsewhere;
import live.tributary.web.page.FieldError;
import live.tributary.web.page.FormErrors;
import live.tributary.web.page.Page;
import live.tributary.web.page.Presence;
import live.tributary.web.page.RingPage;
import live.tributary.web.page.RingPage.Air;
import live.tributary.web.page.RingStop;
import live.tributary.web.page.RingStrip;
import live.tributary.web.page.RingStrip.Onward;
import live.tributary.web.page.RingsPage;
import live.tributary.web.page.RingsPage.Part;
import live.tributary.web.page.RingsPage.Standing;
import live.tributary.web.page.StreamAbout;
import live.tributary.web.page.TeamPage;
import live.tributary.web.page.ViewerPage;

import static live.tributary.web.gallery.Cast.CHANNEL;
import static live.tributary.web.gallery.Cast.INES;
import static live.tributary.web.gallery.Cast.KILN;
import static live.tributary.web.gallery.Cast.LIVE;
import static live.tributary.web.gallery.Cast.NOON;
import static live.tributary.web.gallery.Cast.SINCE;

/** Rings, on every page that shows one. */
final class RingPages {

    private static final String RING = "https://ferry.example/ap/r/51b0";
    private static final String SELF = "https://kilnkettle.example/ap/g/7f3a";
    private static final List<String> NAMES = List.of(
            "Glaze Lab",
            "Studio Nord",
            "Mud Season",
            "Kiln & Kettle",
            "Slow Ferry Pottery",
            "Ash & Iron",
            "Oficina Barro",
            "Tea Bowl Club",
            "Raku Radio");
    private static final List<String> ON_AIR =
            List.of("Glaze Lab", "Kiln & Kettle", "Slow Ferry Pottery", "Oficina Barro", "Raku Radio");

    private RingPages() {}

    static Map<String, Page> of(Frames frames) {
        var pages = new LinkedHashMap<String, Page>();
        pages.put("viewer-ring", viewer(frames, List.of(strip())));
        pages.put("viewer-ring-quiet", viewer(frames, List.of(quiet(), alone())));
        pages.put("team-ring", team(frames));
        pages.put("ring", ring(frames, new RingPage.Origin.Here()));
        pages.put(
                "ring-mirrored",
                ring(
                        frames,
                        new RingPage.Origin.Elsewhere(
                                "ferry.example", URI.create("https://ferry.example/ring/clay"), SINCE)));
        pages.put("rings", rings(frames, Part.KEEPER, true, RingsPage.Forms.empty()));
        pages.put("rings-member", rings(frames, Part.MEMBER, false, RingsPage.Forms.empty()));
        pages.put("rings-wrong", rings(frames, Part.KEEPER, true, wrong()));
        pages.put(
                "rings-none",
                new RingsPage(
                        frames.member("/studio/rings"),
                        KILN,
                        INES,
                        List.of(),
                        List.of(),
                        RingsPage.Forms.empty(),
                        true));
        return pages;
    }

    private static RingStrip strip() {
        return strip(
                "The Clay Ring",
                NAMES.stream().map(RingPages::stop).toList(),
                new Onward.Live("Slow Ferry Pottery", "Glaze tests, 40 tiles, no plan", SINCE, "Norwegian"));
    }

    private static RingStrip quiet() {
        var stops = NAMES.stream()
                .limit(4)
                .map(name -> new RingStop(name, "https://ring.example/", false, name.equals("Kiln & Kettle")))
                .toList();
        return strip("Slow Hands", stops, new Onward.Quiet("Glaze Lab"));
    }

    private static RingStrip alone() {
        return strip("A ring of one", List.of(stop("Kiln & Kettle")), new Onward.Nobody());
    }

    private static RingStrip strip(String name, List<RingStop> stops, Onward next) {
        int live = (int) stops.stream().filter(RingStop::live).count();
        var slug = name.toLowerCase(Locale.ROOT).replace(' ', '-');
        return new RingStrip(name, "/ring/" + slug, SELF, live, stops, next, next);
    }

    private static RingStop stop(String name) {
        return new RingStop(name, "https://ring.example/", ON_AIR.contains(name), name.equals("Kiln & Kettle"));
    }

    private static Page viewer(Frames frames, List<RingStrip> rings) {
        return new ViewerPage(
                frames.guest(KILN.pathOf(INES)),
                KILN,
                INES,
                CHANNEL,
                LIVE,
                StreamAbout.NONE,
                List.of(),
                new Elsewhere.Nowhere(),
                rings,
                Downstream.NONE);
    }

    private static Page team(Frames frames) {
        return new TeamPage(
                frames.guest(KILN.path()),
                KILN,
                List.of(new TeamPage.Seat(INES, LIVE)),
                new Presence.None(),
                List.of(),
                List.of(strip()),
                List.of());
    }

    private static Page ring(Frames frames, RingPage.Origin origin) {
        var members = NAMES.stream()
                .map(name -> new RingPage.Member(
                        name,
                        "https://ring.example/",
                        "ring.example",
                        name.equals("Kiln & Kettle"),
                        name.equals("Tea Bowl Club"),
                        ON_AIR.contains(name) ? new Air.Live("Forty tiles, no plan", SINCE) : new Air.Off(),
                        List.of("English", "Norwegian")))
                .toList();
        return new RingPage(
                frames.guest("/ring/clay"),
                "The Clay Ring",
                "/ring/clay",
                List.of("Pots only, and whoever makes them.", "Nobody is sold anything."),
                ON_AIR.size(),
                members,
                "https://kilnkettle.example/ring/clay",
                origin);
    }

    private static RingsPage.Forms wrong() {
        var errors = new FormErrors(Map.of(
                "name", FieldError.RING_NAME_INVALID,
                "slug", FieldError.RING_SLUG_TAKEN,
                "charter", FieldError.RING_CHARTER_INVALID,
                "apply", FieldError.RING_NONE,
                "invite", FieldError.RING_TEAM_NONE,
                "lanes", FieldError.RING_LANES_INVALID,
                "ring", FieldError.RING_LAST_STEWARD));
        return new RingsPage.Forms(RING, "", "clay", "Pots.", "pond.example", "nobody@pond.example", errors);
    }

    private static Page rings(Frames frames, Part part, boolean mayManage, RingsPage.Forms forms) {
        var members = NAMES.stream()
                .limit(5)
                .map(name -> new RingsPage.Member(
                        "https://ring.example/" + name.hashCode(),
                        name,
                        "https://ring.example/",
                        "ring.example",
                        name.equals("Kiln & Kettle"),
                        name.equals("Kiln & Kettle"),
                        !name.equals("Mud Season"),
                        !name.equals("Studio Nord")))
                .toList();
        var applicant = new RingsPage.Applicant(
                "https://oficina.example/ap/g/1",
                "Oficina Barro",
                "https://oficina.example/@barro",
                "oficina.example",
                2,
                NOON);
        var in = new RingsPage.Own(
                RING,
                "The Clay Ring",
                "/ring/clay",
                "ferry.example",
                Standing.IN,
                "",
                SINCE,
                part,
                part == Part.KEEPER,
                new RingsPage.Words("The Clay Ring", "Pots only.\nNobody is sold anything.", "50/25/25"),
                members,
                List.of(applicant));
        var refused = new RingsPage.Own(
                "https://a-server-with-a-long-name.community.example/ap/r/77",
                "Slow Hands",
                "https://a-server-with-a-long-name.community.example/ring/slow-hands",
                "a-server-with-a-long-name.community.example",
                Standing.REFUSED,
                "The members of the ring decided against it.",
                NOON,
                Part.MEMBER,
                false,
                new RingsPage.Words("Slow Hands", "", "50/25/25"),
                List.of(),
                List.of());
        var invitation = new RingsPage.Invitation(
                "https://river.example/ap/r/9", "river.example", "https://river.example/ap/g/2", NOON);
        return new RingsPage(
                frames.member("/studio/rings"),
                KILN,
                INES,
                List.of(in, refused),
                List.of(invitation),
                forms,
                mayManage);
    }
}
