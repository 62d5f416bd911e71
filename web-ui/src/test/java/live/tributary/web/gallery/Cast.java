// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.gallery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import live.tributary.web.page.AboutForm;
import live.tributary.web.page.Air;
import live.tributary.web.page.ErrorPage;
import live.tributary.web.page.FormErrors;
import live.tributary.web.page.LiveCard;
import live.tributary.web.page.Person;
import live.tributary.web.page.Still;
import live.tributary.web.page.StreamAbout;
import live.tributary.web.page.TeamBadge;

/** The people, teams and streams of the gallery. All invented. */
final class Cast {

    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    static final String CHANNEL = "7k2m9x4t8qwz";
    static final String SERVER = "rtmp://kilnkettle.example/live";
    static final String KEY = "sk_mzxw6ytboi5gk3tfmfrgg2dfmztwq";
    static final String TITLE = "Moon jar, attempt four — closing the shoulder without losing it";

    static final TeamBadge KILN = new TeamBadge("Kiln & Kettle", "kiln", "K&", 38);
    static final TeamBadge FERRY = new TeamBadge("Slow Ferry Pottery", "slowferry", "SF", 222);
    static final Person INES = new Person("Ines Okafor", "ines", 38);
    static final Person TOMAS = new Person("Tomás Brandt", "tomas", 200);
    static final Person AYO = new Person("Ayo Yusuf", "ayo", 140);
    static final Person PER = new Person("Per", "per", 255);

    /** The gallery's clip brings the file. */
    static final Still STILL = new Still.Taken("/live/" + CHANNEL + "/preview.jpg?v=1", 640, 360);

    static final Instant SINCE = NOON.minus(Duration.ofMinutes(102));
    static final Air LIVE = new Air.Live(TITLE, SINCE, STILL);
    static final LiveCard INES_LIVE = new LiveCard(KILN, INES, TITLE, SINCE, STILL);
    static final LiveCard AYO_LIVE = new LiveCard(KILN, AYO, "Handles, only handles", NOON, STILL);
    static final LiveCard PER_LIVE = new LiveCard(FERRY, PER, "Glaze tests, 40 tiles, no plan", NOON, new Still.None());

    static final StreamAbout ABOUT = new StreamAbout(
            """
            The shoulder is where the last three collapsed.

            Today: slower wheel, drier clay, and a rib that Tomás bent out of a spoon.
            If it holds, we cut the foot.""", "pt-BR", "Portuguese (Brazil)", "How To", List.of("porcelain", "moonjar", "wheel_throwing"), "");

    /** Nobody sees a picture of it before they agree. */
    static final StreamAbout MARKED = new StreamAbout(
            "Raku in the dark.",
            "en",
            "English",
            "Art",
            List.of("raku"),
            "Open fire, sudden light, and a kiln that may crack with a bang while the camera is close to it");

    static final Air UNSEEN = new Air.Live(TITLE, SINCE, new Still.None());

    private Cast() {}

    static AboutForm aboutForm(String tags, FormErrors errors) {
        return new AboutForm(
                ABOUT.description(),
                "en",
                "4",
                tags,
                "",
                List.of(new AboutForm.Choice("en", "English"), new AboutForm.Choice("pt", "Portuguese")),
                List.of(new AboutForm.Choice("4", "Art"), new AboutForm.Choice("12", "How To")),
                errors);
    }

    static int status(ErrorPage.Kind kind) {
        return switch (kind) {
            case NOT_FOUND -> 404;
            case LINK_USED_UP, GONE -> 410;
            case FORBIDDEN, FORM_EXPIRED -> 403;
            case TOO_MANY_REQUESTS -> 429;
            case BAD_REQUEST -> 400;
            case NODE_BUSY -> 503;
            case BROKEN -> 500;
        };
    }
}
