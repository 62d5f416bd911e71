// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.gallery;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import live.tributary.web.page.Air;
import live.tributary.web.page.CleanHtml;
import live.tributary.web.page.Downstream;
import live.tributary.web.page.Elsewhere;
import live.tributary.web.page.FediversePage;
import live.tributary.web.page.FieldError;
import live.tributary.web.page.FollowPage;
import live.tributary.web.page.FollowingPage;
import live.tributary.web.page.FollowingPage.Standing;
import live.tributary.web.page.FollowingPage.Whose;
import live.tributary.web.page.FormErrors;
import live.tributary.web.page.MembersPage;
import live.tributary.web.page.ModerationPage;
import live.tributary.web.page.MovingPage;
import live.tributary.web.page.Page;
import live.tributary.web.page.Presence;
import live.tributary.web.page.RemoteLiveCard;
import live.tributary.web.page.RemotePerson;
import live.tributary.web.page.Reply;
import live.tributary.web.page.ReportPage;
import live.tributary.web.page.Residence;
import live.tributary.web.page.Reveal;
import live.tributary.web.page.SigningKeys;
import live.tributary.web.page.StreamAbout;
import live.tributary.web.page.TeamForm;
import live.tributary.web.page.TeamPage;
import live.tributary.web.page.ViewerPage;

import static live.tributary.web.gallery.Cast.CHANNEL;
import static live.tributary.web.gallery.Cast.INES;
import static live.tributary.web.gallery.Cast.KILN;
import static live.tributary.web.gallery.Cast.LIVE;
import static live.tributary.web.gallery.Cast.NOON;
import static live.tributary.web.gallery.Cast.TOMAS;

/** The pages that have to do with other servers, in every state; those of the owner are {@link ServerPages}. */
final class FediversePages {

    static final String ADDRESS = "@kiln@kilnkettle.example";
    static final Presence PRESENCE =
            new Presence.Known(ADDRESS, URI.create("https://kilnkettle.example/ap/g/7f3a9c1e"), new Residence.Here());

    private static final Residence GONE =
            new Residence.Moved("@kiln@pond.example", URI.create("https://pond.example/@kiln"));
    static final SigningKeys KEYS = new SigningKeys.Made(5, 0, 0, NOON);

    private static final RemotePerson ANA = person("Ana Lindqvist", "ana", "pond.example", 120);
    private static final RemotePerson LONG = person(
            "The Society of Friends of Wood-Fired Stoneware and Slow Kilns",
            "society_of_wood_fired_stoneware",
            "stoneware-and-slow-kilns.community.example",
            285);

    static final List<RemoteLiveCard> ELSEWHERE = List.of(
            live(ANA, "Slip casting <b>for</b> the impatient", "pond.example", true),
            live(LONG, "", "stoneware-and-slow-kilns.community.example", false));

    private static final List<Reply> REPLIES = List.of(
            reply(ANA, "<p>That shoulder! <em>How</em> wet is the slip?</p>"),
            reply(
                    LONG,
                    "<p>We wrote about it: <a href=\"https://stoneware.example/a\" rel=\"nofollow noopener ugc\">"
                            + "<span class=\"invisible\">https://</span>stoneware.example/a</a></p><ul><li>clay</li>"
                            + "<li>patience</li></ul><blockquote><p>four kilos</p></blockquote>"));

    private final Frames frames;
    private final Map<String, Page> pages = new LinkedHashMap<>();

    private FediversePages(Frames frames) {
        this.frames = frames;
    }

    static Map<String, Page> of(Frames frames) {
        var gallery = new FediversePages(frames);
        gallery.addPublic();
        gallery.addFollowers();
        gallery.addMoving();
        gallery.addFollowing();
        gallery.addModeration();
        gallery.pages.putAll(ServerPages.of(frames));
        return gallery.pages;
    }

    static Elsewhere elsewhere(List<Reply> replies) {
        return elsewhere(replies, new Residence.Here());
    }

    private static Elsewhere elsewhere(List<Reply> replies, Residence residence) {
        var document = URI.create("https://kilnkettle.example/ap/v/9c9de5e8-0a1e-484a-b099-e80766180a6d");
        return new Elsewhere.Known(
                ADDRESS, "@ines@kilnkettle.example", document, residence, replies, !replies.isEmpty());
    }

    private void addPublic() {
        pages.put(
                "viewer-replies",
                new ViewerPage(
                        frames.guest(KILN.pathOf(INES)),
                        KILN,
                        INES,
                        CHANNEL,
                        LIVE,
                        StreamAbout.NONE,
                        List.of(),
                        elsewhere(REPLIES),
                        Downstream.NONE));
        pages.put("follow", follow("", FormErrors.none()));
        pages.put("follow-wrong", follow("@ana@pnod.example", FormErrors.on("account", FieldError.SERVER_UNKNOWN)));
    }

    private Page follow(String account, FormErrors errors) {
        return new FollowPage(frames.guest(KILN.followPath()), KILN, ADDRESS, account, errors);
    }

    private void addMoving() {
        var old = new MovingPage.Former("https://pond.example/users/kiln", "@kiln@pond.example", false, NOON);
        var come = new MovingPage.Former(
                "https://stoneware.example/1",
                "@society_of_wood_fired_stoneware@stoneware-and-slow-kilns.community.example",
                true,
                NOON);
        var nothing = MovingPage.Typed.nothing();
        var here = new Residence.Here();
        pages.put("moving", moving(MovingPage.Who.TEAM, true, List.of(), here, KEYS, nothing));
        pages.put("moving-me", moving(MovingPage.Who.ME, false, List.of(), here, KEYS, nothing));
        pages.put(
                "moving-gone",
                moving(
                        MovingPage.Who.TEAM,
                        true,
                        List.of(old, come),
                        GONE,
                        new SigningKeys.Made(5, 1, 2, NOON),
                        new MovingPage.Typed("kiln", "", FormErrors.on("former", FieldError.FAR_ACCOUNT_INVALID))));
        pages.put(
                "moving-wrong",
                moving(
                        MovingPage.Who.ME,
                        true,
                        List.of(old),
                        here,
                        new SigningKeys.None(),
                        new MovingPage.Typed(
                                "",
                                "@kiln@pond.example",
                                FormErrors.on("target", FieldError.FAR_ACCOUNT_SAYS_NOTHING))));
        pages.put(
                "team-moved",
                new TeamPage(
                        frames.guest(KILN.path()),
                        KILN,
                        List.of(new TeamPage.Seat(INES, new Air.OffAir())),
                        new Presence.Known(ADDRESS, URI.create("https://kilnkettle.example/ap/g/7f3a9c1e"), GONE),
                        List.of(),
                        List.of()));
        pages.put(
                "viewer-moved",
                new ViewerPage(
                        frames.guest(KILN.pathOf(INES)),
                        KILN,
                        INES,
                        CHANNEL,
                        LIVE,
                        StreamAbout.NONE,
                        List.of(),
                        elsewhere(List.of(), GONE),
                        Downstream.NONE));
    }

    private Page moving(
            MovingPage.Who who,
            boolean mayManage,
            List<MovingPage.Former> former,
            Residence residence,
            SigningKeys keys,
            MovingPage.Typed typed) {
        var path = who == MovingPage.Who.TEAM ? "/studio/fediverse/moving" : "/studio/fediverse/moving/me";
        return new MovingPage(frames.member(path), KILN, INES, who, mayManage, ADDRESS, former, residence, keys, typed);
    }

    private void addFollowers() {
        var follower = new FediversePage.Follower("f1", ANA, "7f3a", KILN.name());
        var other = new FediversePage.Follower("f2", LONG, "9c9d", INES.name());
        var none = List.<FediversePage.Follower>of();
        pages.put("fediverse", followers(1204, List.of(follower, other), none, List.of(), true));
        pages.put("fediverse-waiting", followers(1, List.of(follower), List.of(other), REPLIES, true));
        pages.put("fediverse-nobody", followers(0, none, none, List.of(), true));
        pages.put("fediverse-member", followers(1, List.of(follower), List.of(other), List.of(), false));
        pages.put(
                "members-alone",
                new MembersPage(
                        frames.alone("/studio/members"),
                        KILN,
                        INES,
                        List.of(new MembersPage.Row("m1", INES, true, false)),
                        List.of(),
                        new Reveal.Nothing(),
                        false,
                        TeamForm.empty()));
    }

    private Page followers(
            int count,
            List<FediversePage.Follower> followers,
            List<FediversePage.Follower> waiting,
            List<Reply> replies,
            boolean mayManage) {
        return new FediversePage(
                frames.member("/studio/fediverse"),
                KILN,
                INES,
                ADDRESS,
                count,
                followers,
                waiting,
                replies,
                count == 0 ? List.of() : broadcasts(mayManage),
                new FediversePage.Wishes(!waiting.isEmpty(), !replies.isEmpty(), !replies.isEmpty()),
                mayManage);
    }

    private void addFollowing() {
        var everyStanding = Stream.of(Standing.values())
                .map(standing -> new FollowingPage.Followed(
                        "https://pond.example/users/ana",
                        standing == Standing.GONE ? LONG : ANA,
                        standing.well() ? Whose.TEAM : Whose.NODE,
                        standing,
                        NOON,
                        standing.well()))
                .toList();
        pages.put(
                "following",
                following(List.of(Whose.TEAM, Whose.MEMBER, Whose.NODE), FormErrors.none(), everyStanding, ELSEWHERE));
        pages.put(
                "following-nobody",
                following(
                        List.of(Whose.MEMBER),
                        FormErrors.on("address", FieldError.FOLLOW_NOBODY),
                        List.of(),
                        List.of()));
    }

    private Page following(
            List<Whose> choices, FormErrors errors, List<FollowingPage.Followed> followed, List<RemoteLiveCard> live) {
        return new FollowingPage(
                frames.member("/studio/fediverse/following"),
                KILN,
                INES,
                errors.of("address").isPresent() ? "@ana@pnod.example" : "",
                choices,
                errors,
                followed,
                live);
    }

    private void addModeration() {
        var account = new ModerationPage.Stranger.Account("https://pond.example/users/ana", ANA);
        var far = new ModerationPage.Stranger.Account("https://stoneware.example/users/society", LONG);
        var server = new ModerationPage.Stranger.Server("deals-and-more-deals.example");
        var blocked = List.of(
                new ModerationPage.Blocked(account, ModerationPage.Ground.TEAM, NOON),
                new ModerationPage.Blocked(far, ModerationPage.Ground.OWN, NOON),
                new ModerationPage.Blocked(server, ModerationPage.Ground.NODE, NOON));
        var sent = Stream.of(ModerationPage.Delivery.values())
                .map(delivery -> new ModerationPage.Sent(
                        LONG,
                        NOON,
                        "Writes the same under every stream.",
                        delivery,
                        delivery == ModerationPage.Delivery.LOST ? "403 Forbidden" : ""))
                .toList();
        pages.put("moderation", moderation(blocked, REPLIES, sent, "", FormErrors.none(), true));
        pages.put(
                "moderation-none",
                moderation(
                        List.of(),
                        List.of(),
                        List.of(),
                        "@ana",
                        FormErrors.on("stranger", FieldError.STRANGER_INVALID),
                        true));
        var own = new ModerationPage.Blocked(server, ModerationPage.Ground.OWN, NOON);
        pages.put("moderation-member", moderation(List.of(own), List.of(), List.of(), "", FormErrors.none(), false));
        pages.put("report", report(REPLIES.subList(0, 1), "", FormErrors.none()));
        pages.put("report-wrong", report(List.of(), "?", FormErrors.on("words", FieldError.REPORTS_TOO_MANY)));
    }

    private Page moderation(
            List<ModerationPage.Blocked> blocked,
            List<Reply> hidden,
            List<ModerationPage.Sent> sent,
            String typed,
            FormErrors errors,
            boolean mayManage) {
        var frame = frames.member("/studio/fediverse/moderation");
        var grounds = mayManage ? List.of(ModerationPage.Ground.values()) : List.of(ModerationPage.Ground.OWN);
        return new ModerationPage(frame, KILN, INES, blocked, hidden, sent, typed, errors, grounds, mayManage);
    }

    private Page report(List<Reply> replies, String words, FormErrors errors) {
        return new ReportPage(
                frames.member("/studio/fediverse/moderation/report"),
                KILN,
                INES,
                "https://pond.example/users/ana",
                ANA,
                "pond.example",
                replies,
                words,
                errors);
    }

    private static List<FediversePage.Broadcast> broadcasts(boolean mayManage) {
        return List.of(
                new FediversePage.Broadcast("v1", Cast.TITLE, INES.name(), NOON, true, mayManage),
                new FediversePage.Broadcast(
                        "v2",
                        "Four kilos of porcelain, two hands and a wheel that would rather not",
                        TOMAS.name(),
                        NOON.minus(Duration.ofDays(2)),
                        false,
                        true));
    }

    private static Reply reply(RemotePerson author, String html) {
        return new Reply(
                "https://%s".formatted(author.address()),
                author.profile().toString(),
                author,
                new CleanHtml(html),
                NOON,
                author.profile().resolve("/@x/1"));
    }

    private static RemoteLiveCard live(RemotePerson team, String title, String host, boolean fresh) {
        var page = URI.create("https://%s/w/9c9de5e8".formatted(host));
        return new RemoteLiveCard(title, team, host, page, Cast.SINCE, fresh);
    }

    private static RemotePerson person(String name, String user, String host, int hue) {
        return new RemotePerson(
                name, "@%s@%s".formatted(user, host), URI.create("https://%s/@%s".formatted(host, user)), hue);
    }
}
