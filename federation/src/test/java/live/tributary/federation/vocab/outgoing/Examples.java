// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.vocab.Arrivals;
import live.tributary.federation.vocab.HandoffKind;
import live.tributary.federation.vocab.Listing;
import live.tributary.federation.vocab.OpenSeat;
import live.tributary.federation.vocab.Raids;
import live.tributary.federation.vocab.RingLanes;
import live.tributary.federation.vocab.RingRoll;
import live.tributary.federation.vocab.RingStop;
import live.tributary.federation.vocab.TravelLane;

/** A team, its people, its node and a broadcast, in all the forms that they are told of. */
final class Examples {

    static final NodeAddresses NODE = new NodeAddresses(URI.create("https://node.example"));
    static final URI TEAM = NODE.group("7f3a");
    static final URI RING = NODE.ring("51b0");
    static final URI ANA = NODE.person("ana");
    static final URI STRANGER = URI.create("https://elsewhere.example/users/bo");
    static final Instant START = Instant.parse("2026-11-22T19:00:00Z");
    static final UUID BROADCAST = UUID.fromString("9c9de5e8-0a1e-484a-b099-e80766180a6d");

    private static final String MULTIKEY = "z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK";

    private Examples() {}

    static LocalActor node() {
        return new NodeActor(profile(NODE.node(), "node.example", "node.example"), new NodeActor.Duty.None());
    }

    static LocalActor directory() {
        var duty = new NodeActor.Duty.Directory(at("/directory/how"));
        return new NodeActor(profile(NODE.node(), "node.example", "node.example"), duty);
    }

    static LocalActor team() {
        return new GroupActor(
                profile(TEAM, "nightowls", "Night Owls"),
                NODE.steward("7f3a"),
                List.of(ANA),
                listing(),
                Raids.FOLLOWING);
    }

    /** As much as a team may say. */
    static Listing listing() {
        return new Listing(
                Listing.Policy.INVITED,
                Set.of(URI.create("https://directory.example/ap/actor")),
                List.of("speedrun", "rhythm_games"),
                List.of("en", "pt-BR"),
                List.of("flashing"),
                "Quiet company while the others sleep",
                List.of(new OpenSeat(
                        "streamer for Sunday mornings",
                        List.of("chess"),
                        List.of("pt-BR"),
                        "two hours on Sundays",
                        List.of("https://packs.example/kind.pack.json"),
                        "We lend you a camera.",
                        Instant.parse("2027-01-31T00:00:00Z"))));
    }

    /** One that nobody may list. */
    static LocalActor privateTeam() {
        var listing = new Listing(
                Listing.Policy.NONE, Set.of(), List.of("speedrun"), List.of("en"), List.of(), "", List.of());
        return new GroupActor(
                profile(TEAM, "nightowls", "Night Owls"), NODE.steward("7f3a"), List.of(), listing, Raids.UNSAID);
    }

    static Event event() {
        return new Event(
                at("/ap/e/3f0c2a54-11d8-4a8e-9a55-0d6f1c1f7a10"),
                TEAM,
                "Blindfolded, the last attempt",
                Instant.parse("2026-11-29T19:00:00Z"),
                at("/@nightowls"),
                START);
    }

    static InviteDirectory invite() {
        return new InviteDirectory(at("/ap/a/i1"), TEAM, URI.create("https://directory.example/ap/actor"));
    }

    static ObjectNode strangersInvite() {
        return ActivityWriter.write(invite())
                .put("id", "https://elsewhere.example/a/1")
                .put("actor", STRANGER.toString())
                .put("target", NODE.node().toString());
    }

    static LocalActor ring() {
        return new RingActor(profile(RING, "ring_clay", "The Clay Ring"));
    }

    static JoinRing join() {
        return new JoinRing(at("/ap/a/j1"), TEAM, RING);
    }

    static RingRoll roll() {
        return new RingRoll(
                RING,
                "The Clay Ring",
                "Pots only.\nNobody is sold anything.",
                at("/ring/clay"),
                List.of(TEAM),
                new RingLanes(60, 25, 15),
                List.of(
                        new RingStop.Team(TEAM),
                        new RingStop.Site(URI.create("https://zine.example/")),
                        new RingStop.Team(STRANGER)),
                START);
    }

    static LocalActor ana() {
        return new PersonActor(profile(
                ANA,
                "ana",
                "Ana",
                new Residence.Here(List.of(URI.create("https://old.example/users/ana"))),
                keys(ANA)));
    }

    /** Lives elsewhere now, and has changed her keys before she went. */
    static LocalActor gone() {
        var under = new ActorAddresses(ANA);
        var keys = new ActorKeys(
                keys(ANA).rsaPem(),
                List.of(new ProofKey(under.proofKey(2), MULTIKEY), new ProofKey(under.proofKey(1), MULTIKEY)));
        return new PersonActor(profile(ANA, "ana", "Ana", new Residence.Moved(List.of(), STRANGER), keys));
    }

    private static ActorKeys keys(URI actor) {
        return new ActorKeys(
                "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----\n",
                List.of(new ProofKey(new ActorAddresses(actor).proofKey(1), MULTIKEY)));
    }

    static LocalActor steward() {
        return new PersonActor(new ActorProfile(
                NODE.steward("7f3a"),
                NODE.sharedInbox(),
                "nightowls_steward",
                "Steward of Night Owls",
                "",
                at("/@nightowls"),
                Instant.parse("2026-01-03T18:00:00Z"),
                new Openness(false, false, false),
                List.of(),
                List.of(),
                Residence.ONLY_HERE,
                keys(NODE.steward("7f3a"))));
    }

    private static ActorProfile profile(URI id, String handle, String name) {
        return profile(id, handle, name, Residence.ONLY_HERE, keys(id));
    }

    private static ActorProfile profile(URI id, String handle, String name, Residence residence, ActorKeys keys) {
        return new ActorProfile(
                id,
                NODE.sharedInbox(),
                handle,
                name,
                "<p>Four of us, mostly rhythm games.</p>",
                at("/@" + handle),
                Instant.parse("2026-01-03T18:00:00.123456Z"),
                new Openness(true, true, false),
                List.of(picture("/m/i96.jpg", 96, 96), picture("/m/i400.jpg", 400, 400)),
                List.of(
                        new ProfileLink(ProfileLink.Kind.PAGE, "Watch", at("/@" + handle)),
                        new ProfileLink(
                                ProfileLink.Kind.PAYMENT,
                                "Tip the team",
                                URI.create("https://tips.example/a?b=1&c=2"))),
                residence,
                keys);
    }

    static Video onAir() {
        return video(
                text("Blindfolded speedrun, attempt 12"),
                new LiveTimes(START, START, 1, new LivePhase.OnAir(START.plus(Duration.ofMinutes(12)))));
    }

    static Video renamed() {
        var later = START.plusSeconds(600);
        return video(
                text("Blindfolded speedrun, attempt 13"),
                new LiveTimes(START, later, 2, new LivePhase.OnAir(later.plus(Duration.ofMinutes(12)))));
    }

    static Video ended() {
        var end = START.plus(Duration.ofMinutes(71));
        return video(
                text("Blindfolded speedrun, attempt 13"),
                new LiveTimes(START, end, 3, new LivePhase.Ended(end, Duration.ofMinutes(71))));
    }

    static Video replay() {
        var end = START.plus(Duration.ofMinutes(71));
        var recordings = List.of(
                new Recording(at("/r/9c9de5e8/1080.mp4"), "video/mp4", 1_080, 3_195_000_000L, 60),
                new Recording(at("/r/9c9de5e8/480.mp4"), "video/mp4", 480, 640_000_000L, 30));
        return video(
                text("Blindfolded speedrun, attempt 13"),
                new LiveTimes(START, end, 4, new LivePhase.Replay(end, Duration.ofMinutes(70), recordings)));
    }

    static Video video(VideoText text, LiveTimes times) {
        return new Video(
                NODE.video(BROADCAST),
                BROADCAST,
                new VideoCredits(ANA, TEAM),
                text,
                new VideoFacets(
                        new Category(7, "Gaming"),
                        new Language("en", "English"),
                        List.of(new Hashtag("speedrun", at("/t/speedrun"))),
                        List.of()),
                new VideoPages(
                        at("/w/9c9de5e8"),
                        at("/hls/9c9de5e8/master.m3u8"),
                        List.of(picture("/m/t/9c9d-640.jpg", 640, 360), picture("/m/t/9c9d-1280.jpg", 1280, 720))),
                times);
    }

    static Note note(String title, Instant updated) {
        var html =
                "<p>We are live: %s</p><p><a href=\"https://node.example/w/9c9de5e8\">node.example/w/9c9de5e8</a></p>"
                                .formatted(title)
                        + "<p><a href=\"https://node.example/t/speedrun\" class=\"mention hashtag\" rel=\"tag\">#<span>speedrun</span></a></p>";
        var hashtags = List.of(new Hashtag("speedrun", at("/t/speedrun")));
        return new Note(
                at("/ap/n/9c9de5e8-0a1e-484a-b099-e80766180a6d"),
                ANA,
                new NoteWords(
                        html,
                        new Language("en", "English"),
                        hashtags,
                        new ContentWarning(true, "Flashing lights"),
                        "A picture of the stream"),
                at("/w/9c9de5e8"),
                picture("/m/t/9c9d-1280.jpg", 1280, 720),
                START,
                updated);
    }

    static VideoText text(String title) {
        return new VideoText(
                title,
                new Description("<p>Twelve is the lucky number.</p>", "Twelve is the lucky number."),
                ContentWarning.NONE);
    }

    static FollowActor follow() {
        return new FollowActor(at("/ap/a/f1"), NODE.node(), STRANGER);
    }

    static AnnounceObject announce() {
        return new AnnounceObject(
                at("/ap/a/an1"),
                TEAM,
                NODE.video(BROADCAST),
                START,
                Audience.everybody(new ActorAddresses(TEAM).followers(), ANA));
    }

    static ObjectNode strangersFollow() {
        var follow = JsonNodeFactory.instance
                .objectNode()
                .put("@context", "https://www.w3.org/ns/activitystreams")
                .put("id", "https://elsewhere.example/f/1")
                .put("type", "Follow")
                .put("actor", STRANGER.toString())
                .put("object", TEAM.toString());
        follow.putObject("signature").put("type", "RsaSignature2017");
        follow.put("bto", "https://elsewhere.example/secret");
        return follow;
    }

    static Stream<LocalActor> actors() {
        return Stream.of(node(), directory(), team(), privateTeam(), ana(), gone(), steward(), ring());
    }

    /** One of each kind, and some in more forms than one. */
    static Stream<Outgoing> activities() {
        var create = new CreateVideo(at("/ap/a/c1"), onAir());
        return Stream.of(
                create,
                new UpdateVideo(at("/ap/a/u1"), renamed()),
                new UpdateVideo(at("/ap/a/u2"), ended()),
                new CreateNote(at("/ap/a/c2"), note("attempt 12", START)),
                new UpdateNote(at("/ap/a/u5"), note("attempt 13", START.plusSeconds(600))),
                new UpdateActor(at("/ap/a/u3"), team()),
                new UpdateActor(at("/ap/a/u4"), ana()),
                new UpdateActor(at("/ap/a/u5"), gone()),
                new MoveActor(at("/ap/a/m1"), ANA, STRANGER),
                announce(),
                new AnnounceActivity(
                        at("/ap/a/an2"),
                        TEAM,
                        ActivityWriter.write(create),
                        START,
                        Audience.everybody(new ActorAddresses(TEAM).followers())),
                new DeleteObject(
                        at("/ap/a/d1"),
                        ANA,
                        new Tombstone(NODE.video(BROADCAST), "Video", START.plusSeconds(9_000)),
                        onAir().credits().audience()),
                new DeleteActor(at("/ap/a/d2"), ANA),
                new AcceptFollow(
                        at("/ap/a/ac1"), TEAM, STRANGER, strangersFollow(), new StreamNews.Live("Night Owls", onAir())),
                new AcceptFollow(
                        at("/ap/a/ac2"), TEAM, STRANGER, strangersFollow(), new StreamNews.Offline("Night Owls")),
                new AcceptFollow(at("/ap/a/ac3"), ANA, STRANGER, strangersFollow(), new StreamNews.None()),
                new RejectFollow(at("/ap/a/r1"), TEAM, STRANGER, strangersFollow()),
                follow(),
                new UndoFollow(at("/ap/a/un1"), follow()),
                new UndoAnnounce(at("/ap/a/un2"), announce()),
                invite(),
                new AcceptInvite(at("/ap/a/ac4"), NODE.node(), STRANGER, strangersInvite()),
                new RejectInvite(
                        at("/ap/a/r2"), NODE.node(), STRANGER, strangersInvite(), "Only radio is listed here."),
                new RejectInviteByRule(
                        at("/ap/a/r3"),
                        NODE.node(),
                        STRANGER,
                        strangersInvite(),
                        "Taken off under rule 6.",
                        at("/directory/statements/7f3k")),
                new AddVouch(at("/ap/a/vo1"), TEAM, STRANGER, List.of(NODE.node())),
                new RemoveVouch(at("/ap/a/vo2"), TEAM, STRANGER, List.of(NODE.node())),
                new InviteToRing(at("/ap/a/i2"), TEAM, STRANGER, RING),
                join(),
                new AnnounceJoin(at("/ap/a/an3"), RING, join(), List.of(TEAM, STRANGER)),
                new AcceptJoin(at("/ap/a/ac5"), RING, join(), TEAM),
                new RejectJoin(at("/ap/a/r4"), RING, join(), "The members voted against it.", List.of(TEAM)),
                new LeaveRing(at("/ap/a/l1"), TEAM, RING),
                new AddMember(at("/ap/a/ad1"), RING, TEAM, List.of(TEAM, STRANGER)),
                new RemoveMember(at("/ap/a/rm1"), RING, RING, STRANGER, List.of(TEAM, STRANGER)),
                new Heartbeat(
                        at("/ap/hb/7f3a/4821"),
                        "Night Owls",
                        onAir(),
                        Instant.parse("2026-11-22T19:04:02Z"),
                        Arrivals.OPEN),
                offer(),
                new AcceptTravel(at("/ap/a/ac6"), TEAM, STRANGER, URI.create("https://elsewhere.example/ho/1/1")),
                new RejectTravel(at("/ap/a/r5"), TEAM, STRANGER, URI.create("https://elsewhere.example/ho/1/2")),
                new UndoTravel(at("/ap/a/un3"), offer()),
                new SetOut(at("/ap/a/t1"), TEAM, STRANGER, passage()),
                new TravelReceipt(at("/ap/a/t2"), TEAM, STRANGER, passage(), 17),
                new Departure(at("/ap/hb/7f3a/4822"), "Night Owls", ended(), Instant.parse("2026-11-22T20:11:00Z")),
                new ReportContent(
                        at("/ap/a/fl1"),
                        NODE.node(),
                        STRANGER,
                        List.of(URI.create("https://elsewhere.example/n/1")),
                        "Spam."));
    }

    static OfferTravel offer() {
        return new OfferTravel(
                at("/ap/ho/9c9de5e8-0a1e-484a-b099-e80766180a6d/3/1"),
                TEAM,
                STRANGER,
                passage(),
                HandoffKind.END,
                TravelLane.RING,
                18,
                START,
                START.plusSeconds(5));
    }

    private static Passage passage() {
        return new Passage(
                NODE.video(BROADCAST),
                URI.create("https://elsewhere.example/v/2"),
                at("/ap/ho/9c9de5e8-0a1e-484a-b099-e80766180a6d/3"),
                1);
    }

    static URI at(String path) {
        return URI.create("https://node.example" + path);
    }

    private static Picture picture(String path, int width, int height) {
        return new Picture(at(path), "image/jpeg", width, height);
    }
}
