// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.gallery;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import live.tributary.web.page.Air;
import live.tributary.web.page.Downstream;
import live.tributary.web.page.Downstream.Arrival;
import live.tributary.web.page.DownstreamPage;
import live.tributary.web.page.DownstreamPage.Carry;
import live.tributary.web.page.DownstreamPage.Offer;
import live.tributary.web.page.DownstreamPage.Policy;
import live.tributary.web.page.DownstreamPage.Welcome;
import live.tributary.web.page.FieldError;
import live.tributary.web.page.FormErrors;
import live.tributary.web.page.Page;
import live.tributary.web.page.StreamAbout;
import live.tributary.web.page.ViewerPage;

import static live.tributary.web.gallery.Cast.CHANNEL;
import static live.tributary.web.gallery.Cast.INES;
import static live.tributary.web.gallery.Cast.KILN;
import static live.tributary.web.gallery.Cast.LIVE;
import static live.tributary.web.gallery.Cast.NOON;

/** Hand-offs: the studio's page in every state, and viewers who come and go. */
final class DownstreamPages {

    static final String GID = "9f86d081884c7d65";

    static final Downstream OFF_AIR = new Downstream(true, GID, new Arrival.Usual(), FediversePages.ELSEWHERE);

    private static final URI GLAZE = URI.create("https://glaze-lab.example/@glaze");
    private static final FormErrors WRONG = new FormErrors(Map.of(
            "guests",
            FieldError.GUESTS_INVALID,
            "chosen",
            FieldError.TARGET_NOBODY,
            "target",
            FieldError.TARGET_TOO_SOON,
            "friend",
            FieldError.FRIENDS_TOO_MANY));

    private DownstreamPages() {}

    static Map<String, Page> of(Frames frames) {
        var pages = new LinkedHashMap<String, Page>();
        pages.put("downstream", page(frames, Offer.NOTHING, false, FormErrors.none(), true));
        pages.put("downstream-member", page(frames, Offer.INTERMISSION, true, FormErrors.none(), false));
        pages.put("downstream-wrong", page(frames, Offer.HOST, false, WRONG, true));
        pages.put(
                "downstream-new",
                new DownstreamPage(
                        frames.member("/studio/downstream"),
                        KILN,
                        INES,
                        new Policy(Welcome.NOBODY, false, "", Carry.NOBODY, "", false),
                        List.of(),
                        false,
                        Offer.NOTHING,
                        List.of(),
                        List.of(),
                        "",
                        FormErrors.none(),
                        true));
        return pages;
    }

    /** The stream has ended, and somebody has room. */
    static Page carried(Frames frames) {
        return new ViewerPage(
                frames.guest(KILN.pathOf(INES)),
                KILN,
                INES,
                CHANNEL,
                new Air.Ended(Cast.TITLE, NOON),
                StreamAbout.NONE,
                List.of(),
                FediversePages.elsewhere(List.of()),
                new Downstream(true, GID, new Arrival.Usual(), List.of()));
    }

    static Page floated(Frames frames) {
        var arrival = new Arrival.Floated("Glaze Lab", GLAZE, false);
        return new ViewerPage(
                frames.guest(KILN.pathOf(INES)),
                KILN,
                INES,
                CHANNEL,
                LIVE,
                StreamAbout.NONE,
                List.of(),
                FediversePages.elsewhere(List.of()),
                new Downstream(true, GID, arrival, List.of()));
    }

    private static Page page(Frames frames, Offer offer, boolean shield, FormErrors errors, boolean mayManage) {
        return new DownstreamPage(
                frames.member("/studio/downstream"),
                KILN,
                INES,
                new Policy(Welcome.FOLLOWING, false, "60", Carry.CHOSEN, "@slowferry@slow-ferry.example", true),
                List.of(new DownstreamPage.Friend("f1", "https://slow-ferry.example/ap/g/5a0c91d2f4b7e863")),
                shield,
                offer,
                List.of(
                        new DownstreamPage.Guests("g1", "Glaze Lab", GLAZE, 23, NOON, false),
                        new DownstreamPage.Guests("g2", "A crowd", GLAZE, 25, NOON.minus(Duration.ofHours(2)), true)),
                List.of(
                        new DownstreamPage.Sending("Slow Ferry Pottery", GLAZE, 18, 17, NOON),
                        new DownstreamPage.Sending("Raku Radio", GLAZE, 1, -1, NOON)),
                "",
                errors,
                mayManage);
    }
}
