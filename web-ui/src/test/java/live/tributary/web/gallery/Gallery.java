// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.gallery;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import live.tributary.web.page.AboutForm;
import live.tributary.web.page.AccountForm;
import live.tributary.web.page.Air;
import live.tributary.web.page.ClaimPage;
import live.tributary.web.page.Downstream;
import live.tributary.web.page.Elsewhere;
import live.tributary.web.page.EmbedFrame;
import live.tributary.web.page.EmbedMissingPage;
import live.tributary.web.page.EmbedPage;
import live.tributary.web.page.ErrorPage;
import live.tributary.web.page.FieldError;
import live.tributary.web.page.FormErrors;
import live.tributary.web.page.Health;
import live.tributary.web.page.HomePage;
import live.tributary.web.page.InvitationPage;
import live.tributary.web.page.KeysPage;
import live.tributary.web.page.LastShow;
import live.tributary.web.page.Light;
import live.tributary.web.page.LoginLinkPage;
import live.tributary.web.page.LoginPage;
import live.tributary.web.page.MembersPage;
import live.tributary.web.page.OnAirPage;
import live.tributary.web.page.Page;
import live.tributary.web.page.Presence;
import live.tributary.web.page.RefusalReason;
import live.tributary.web.page.RefusedTry;
import live.tributary.web.page.Reveal;
import live.tributary.web.page.SetupStreamPage;
import live.tributary.web.page.SetupTeamPage;
import live.tributary.web.page.Still;
import live.tributary.web.page.StreamAbout;
import live.tributary.web.page.TeamForm;
import live.tributary.web.page.TeamPage;
import live.tributary.web.page.UnclaimedPage;
import live.tributary.web.page.ViewerPage;

import static live.tributary.web.gallery.Cast.AYO;
import static live.tributary.web.gallery.Cast.CHANNEL;
import static live.tributary.web.gallery.Cast.FERRY;
import static live.tributary.web.gallery.Cast.INES;
import static live.tributary.web.gallery.Cast.KILN;
import static live.tributary.web.gallery.Cast.LIVE;
import static live.tributary.web.gallery.Cast.NOON;
import static live.tributary.web.gallery.Cast.TITLE;
import static live.tributary.web.gallery.Cast.TOMAS;

/** Every page in every state, by a name that is also its file name. */
public final class Gallery {

    private static final Reveal NOTHING = new Reveal.Nothing();
    private static final AccountForm WRONG_ACCOUNT = new AccountForm(
            "Ines Okafor",
            "Inés!",
            new FormErrors(Map.of("handle", FieldError.HANDLE_INVALID, "password", FieldError.PASSWORD_TOO_SHORT)));

    private final Frames frames;
    private final Map<String, Page> pages = new LinkedHashMap<>();

    private Gallery(Frames frames) {
        this.frames = frames;
    }

    /** All of them, in the language and colours of these frames. */
    public static Map<String, Page> pages(Frames frames) {
        var gallery = new Gallery(frames);
        gallery.addSetup();
        gallery.addDoors();
        gallery.addPublic();
        gallery.addViewer();
        gallery.addEmbed();
        gallery.addStudio();
        FediversePages.of(frames).forEach(gallery::add);
        DirectoryPages.of(frames).forEach(gallery::add);
        ListingPages.of(frames).forEach(gallery::add);
        DeskPages.of(frames).forEach(gallery::add);
        RingPages.of(frames).forEach(gallery::add);
        DownstreamPages.of(frames).forEach(gallery::add);
        gallery.addErrors();
        return gallery.pages;
    }

    /** One of them. */
    public static Page page(Frames frames, String name) {
        return Objects.requireNonNull(pages(frames).get(name), name);
    }

    private void addSetup() {
        add("claim", new ClaimPage(frames.guest("/claim/7f3k"), AccountForm.empty()));
        add("claim-wrong", new ClaimPage(frames.guest("/claim/7f3k"), WRONG_ACCOUNT));
        add("setup-team", new SetupTeamPage(frames.owner("/setup/team"), TeamForm.empty()));
        var wrong = new TeamForm(
                "Kiln & Kettle",
                "kiln",
                "",
                0,
                new FormErrors(Map.of(
                        "handle",
                        FieldError.HANDLE_TAKEN,
                        "mark",
                        FieldError.MARK_INVALID,
                        "hue",
                        FieldError.HUE_INVALID)));
        add("setup-team-wrong", new SetupTeamPage(frames.owner("/setup/team"), wrong));
        add("setup-stream-waiting", setupStream(new Reveal.Secret(Cast.KEY), Light.WAITING, List.of()));
        add(
                "setup-stream-refused",
                setupStream(NOTHING, Light.REFUSED, List.of(new RefusedTry(NOON, RefusalReason.UNKNOWN_KEY))));
        add("setup-stream-seen", setupStream(new Reveal.Secret(Cast.KEY), Light.SEEN, List.of()));
    }

    private Page setupStream(Reveal key, Light light, List<RefusedTry> refused) {
        return new SetupStreamPage(
                frames.owner("/setup/stream"),
                CHANNEL,
                Cast.SERVER,
                key,
                "/setup/obs-profile.zip",
                KILN.pathOf(INES),
                light,
                refused);
    }

    private void addDoors() {
        add("login", new LoginPage(frames.guest("/login"), "", FormErrors.none()));
        add(
                "login-wrong",
                new LoginPage(frames.guest("/login"), "ines", FormErrors.on("password", FieldError.LOGIN_WRONG)));
        add("login-link", new LoginLinkPage(frames.guest("/login/9x2m"), INES));
        add("invitation", new InvitationPage(frames.guest("/invite/4t8q"), KILN, AccountForm.empty()));
        add("unclaimed", new UnclaimedPage(frames.guest("/")));
    }

    private void addPublic() {
        add(
                "home",
                new HomePage(
                        frames.guest("/"),
                        List.of(Cast.INES_LIVE, Cast.PER_LIVE, Cast.AYO_LIVE),
                        List.of(),
                        List.of(KILN, FERRY)));
        add("home-nobody", new HomePage(frames.owner("/"), List.of(), List.of(), List.of(KILN)));
        add("home-elsewhere", new HomePage(frames.guest("/"), List.of(), FediversePages.ELSEWHERE, List.of(KILN)));
        add(
                "team-live",
                new TeamPage(
                        frames.guest(KILN.path()),
                        KILN,
                        List.of(
                                new TeamPage.Seat(INES, LIVE),
                                new TeamPage.Seat(TOMAS, new Air.OffAir()),
                                new TeamPage.Seat(AYO, new Air.Live("Handles, only handles", NOON, new Still.None()))),
                        FediversePages.PRESENCE,
                        FediversePages.ELSEWHERE,
                        List.of()));
        add(
                "team-off",
                new TeamPage(
                        frames.guest(KILN.path()),
                        KILN,
                        List.of(new TeamPage.Seat(INES, new Air.OffAir())),
                        new Presence.None(),
                        List.of(),
                        FediversePages.ELSEWHERE));
    }

    private void addViewer() {
        add("viewer-live", viewer(LIVE));
        add("viewer-about", viewer(LIVE, Cast.ABOUT));
        add("viewer-marked", viewer(Cast.UNSEEN, Cast.MARKED));
        add("viewer-connecting", viewer(new Air.Connecting(TITLE)));
        add("viewer-lost", viewer(new Air.LostConnection(TITLE, NOON)));
        add("viewer-ended", viewer(new Air.Ended(TITLE, NOON)));
        add(
                "viewer-off",
                new ViewerPage(
                        frames.guest(KILN.pathOf(INES)),
                        KILN,
                        INES,
                        CHANNEL,
                        new Air.OffAir(),
                        StreamAbout.NONE,
                        List.of(Cast.AYO_LIVE),
                        FediversePages.elsewhere(List.of()),
                        DownstreamPages.OFF_AIR));
        add("viewer-floated", DownstreamPages.floated(frames));
        add("viewer-carried", DownstreamPages.carried(frames));
    }

    private void addEmbed() {
        add("embed-live", embed(LIVE, EmbedPage.Start.SILENT));
        add("embed-waiting", embed(LIVE, EmbedPage.Start.WAITING));
        add("embed-marked", embed(Cast.UNSEEN, EmbedPage.Start.WAITING, Cast.MARKED.warning()));
        add("embed-connecting", embed(new Air.Connecting(TITLE), EmbedPage.Start.WAITING));
        add("embed-lost", embed(new Air.LostConnection(TITLE, NOON), EmbedPage.Start.WAITING));
        add("embed-ended", embed(new Air.Ended(TITLE, NOON), EmbedPage.Start.WAITING));
        add("embed-off", embed(new Air.OffAir(), EmbedPage.Start.WAITING));
        add("embed-missing", new EmbedMissingPage(frames.guest("/@gone/gone/embed")));
    }

    private Page embed(Air air, EmbedPage.Start start) {
        return embed(air, start, "");
    }

    private Page embed(Air air, EmbedPage.Start start, String warning) {
        var frame = frames.guest(KILN.pathOf(INES) + EmbedFrame.SUFFIX);
        return new EmbedPage(frame, KILN, INES, CHANNEL, air, start, warning);
    }

    private Page viewer(Air air) {
        return viewer(air, StreamAbout.NONE);
    }

    private Page viewer(Air air, StreamAbout about) {
        var elsewhere = air instanceof Air.Live ? FediversePages.elsewhere(List.of()) : new Elsewhere.Nowhere();
        return new ViewerPage(
                frames.guest(KILN.pathOf(INES)),
                KILN,
                INES,
                CHANNEL,
                air,
                about,
                List.of(),
                elsewhere,
                Downstream.NONE);
    }

    private void addStudio() {
        add("on-air-live", onAir(LIVE, Evening.good(), List.of()));
        add("on-air-fix", onAir(LIVE, Evening.oneFix(), List.of()));
        add("on-air-bad", onAir(LIVE, Evening.bad(), List.of(new RefusedTry(NOON, RefusalReason.TWO_ENCODERS))));
        add("on-air-connecting", onAir(new Air.Connecting(TITLE), Evening.young(), List.of()));
        add("on-air-lost", onAir(new Air.LostConnection(TITLE, NOON), Evening.after("lost"), List.of()));
        add("on-air-ended", ended(TITLE, FormErrors.none()));
        add("on-air-wrong", ended("", FormErrors.on("title", FieldError.TITLE_INVALID)));
        var everyReason = Stream.of(RefusalReason.values())
                .map(reason -> new RefusedTry(NOON, reason))
                .toList();
        add("on-air-off", onAir(new Air.OffAir(), new Health.None(), everyReason));
        add("on-air-about-wrong", aboutWrong());
        addKeys();
        addMembers();
    }

    private Page onAir(Air air, Health health, List<RefusedTry> refused) {
        return onAir(air, health, new LastShow.None(), refused, air.title(), FormErrors.none());
    }

    private Page ended(String title, FormErrors errors) {
        return onAir(new Air.Ended(TITLE, NOON), Evening.after("ended"), Evening.last(), List.of(), title, errors);
    }

    private Page onAir(
            Air air, Health health, LastShow last, List<RefusedTry> refused, String title, FormErrors errors) {
        return onAir(air, health, last, refused, title, errors, Cast.aboutForm("", FormErrors.none()));
    }

    private Page onAir(
            Air air,
            Health health,
            LastShow last,
            List<RefusedTry> refused,
            String title,
            FormErrors errors,
            AboutForm about) {
        long elsewhere = air instanceof Air.Live ? 12 : 0;
        return new OnAirPage(
                frames.member("/studio"),
                KILN,
                INES,
                CHANNEL,
                air,
                health,
                elsewhere,
                last,
                refused,
                title,
                errors,
                about);
    }

    private Page aboutWrong() {
        var errors = new FormErrors(Map.of(
                "description", FieldError.DESCRIPTION_INVALID,
                "tags", FieldError.TAGS_INVALID,
                "warning", FieldError.WARNING_INVALID));
        var form = Cast.aboutForm("x", errors);
        return onAir(
                new Air.OffAir(), new Health.None(), new LastShow.None(), List.of(), TITLE, FormErrors.none(), form);
    }

    private void addKeys() {
        var used = new KeysPage.Key("k1", "studio computer", NOON, new KeysPage.LastUse.At(NOON));
        var fresh = new KeysPage.Key("k2", "phone", NOON, new KeysPage.LastUse.Never());
        add("keys", keys(List.of(used, fresh), NOTHING, FormErrors.none()));
        add("keys-made", keys(List.of(used, fresh), new Reveal.Secret(Cast.KEY), FormErrors.none()));
        add("keys-none", keys(List.of(), NOTHING, FormErrors.on("label", FieldError.LABEL_INVALID)));
    }

    private Page keys(List<KeysPage.Key> keys, Reveal made, FormErrors errors) {
        return new KeysPage(frames.member("/studio/keys"), KILN, INES, Cast.SERVER, keys, made, "", errors);
    }

    private void addMembers() {
        var rows = List.of(
                new MembersPage.Row("m1", INES, true, false),
                new MembersPage.Row("m2", TOMAS, false, true),
                new MembersPage.Row("m3", AYO, false, true));
        var open = List.of(new MembersPage.Invitation("i1", NOON, NOON.plus(Duration.ofDays(7))));
        add(
                "members",
                new MembersPage(
                        frames.member("/studio/members"),
                        KILN,
                        INES,
                        rows,
                        List.of(),
                        NOTHING,
                        false,
                        TeamForm.empty()));
        add(
                "members-invited",
                new MembersPage(
                        frames.owner("/studio/members"),
                        KILN,
                        INES,
                        rows,
                        open,
                        new Reveal.Secret("https://kilnkettle.example/invite/4t8q2m9x"),
                        true,
                        TeamForm.empty()));
    }

    private void addErrors() {
        for (var kind : ErrorPage.Kind.values()) {
            var name = "error-" + kind.messageKey().substring("error.".length());
            add(name, new ErrorPage(frames.guest("/gone"), Cast.status(kind), kind));
        }
    }

    private void add(String name, Page page) {
        pages.put(name, page);
    }
}
