// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.node.inbox.Elsewhere;
import live.tributary.node.kernel.Actor;

import static org.assertj.core.api.Assertions.assertThat;

/** What comes of it when somebody lies: of being on air, of another team's broadcast, in what they send of themselves. */
abstract class LyingTeams {

    private static final int ACCEPTED = 202;

    private final Harbour harbour;
    private final Actor owner;

    LyingTeams(Harbour harbour, Actor owner) {
        this.harbour = harbour;
        this.owner = owner;
    }

    @Test
    void heartbeatsMakeNobodyLive() {
        harbour.listed("asleep");
        var sleeps = harbour.video("asleep", "asleep", harbour.playlists.dead("asleep"));
        harbour.listed("boaster");
        var lie = harbour.video("boaster", "lie", harbour.playlists.dead("lie"));
        harbour.heard("boaster", harbour.elsewhere.activity("Announce", "boaster", lie));
        harbour.heard("boaster", harbour.elsewhere.activity("Announce", "boaster", sleeps));
        for (int sequence = 2; sequence < 6; sequence++) {
            harbour.heard("boaster", harbour.pulse("Offer", "boaster", lie, sequence));
            harbour.heard("boaster", harbour.pulse("Offer", "boaster", sleeps, sequence));
        }
        harbour.probed("lie", 6);
        assertThat(harbour.live()).isEmpty();
        assertThat(harbour.board.sighting(harbour.actor("boaster"))).isInstanceOf(Sighting.Still.class);
    }

    @Test
    void aListedTeamEndsNobodyElsesBroadcast() {
        harbour.listed("honest");
        harbour.live("honest");
        harbour.listed("thief");
        harbour.heard("thief", harbour.pulse("Leave", "thief", harbour.elsewhere.at("/v/honest"), 99));
        assertThat(harbour.live()).containsExactly("The honest");
    }

    @Test
    void anotherServerNeitherBeginsNorEndsABroadcast() {
        harbour.listed("duck");
        harbour.live("duck");
        try (var other = Elsewhere.start()) {
            other.show(other.actor("fox"), other.person("fox"));
            for (var type : new String[] {"Announce", "Offer", "Leave", "Delete", "Update"}) {
                var forged = harbour.pulse(type, "duck", harbour.elsewhere.at("/v/duck"), 99)
                        .put("id", other.fresh().toString())
                        .put("actor", other.actor("fox").toString());
                heardFrom(other, forged);
            }
        }
        assertThat(harbour.live()).containsExactly("The duck");
        assertThat(harbour.directory.listed()).containsOnlyKeys(harbour.actor("duck"));
    }

    /** Much of it is refused at the door; whatever is let in has been worked on when this returns. */
    private void heardFrom(Elsewhere other, ObjectNode activity) {
        var request = other.signedLate(harbour.node.sharedInbox(), "fox", activity.toString(), harbour.clock);
        var heard = harbour.node.hearing(activity);
        if (other.send(request) == ACCEPTED) {
            harbour.await(activity + " to be heard", heard);
        }
    }

    @Test
    void whatIsPushedChangesNothingThatItsOriginDoesNotSay() {
        harbour.listed("wick");
        harbour.live("wick");
        var live = harbour.board.live().getFirst();

        var readAt = readAt("wick");
        harbour.heard("wick", harbour.elsewhere.activity("Update", "wick", boastful("wick")));
        harbour.await("another look", () -> readAt("wick").isAfter(readAt));
        var asked = asked("/v/wick");
        harbour.heard("wick", harbour.elsewhere.activity("Update", "wick", boastful(live.video())));
        harbour.clock.advance(Duration.ofMinutes(11));
        harbour.await("another look at the broadcast", () -> asked("/v/wick") > asked);
        harbour.await("the team to be live", () -> !harbour.live().isEmpty());
        assertThat(harbour.directory.listed()).containsEntry(harbour.actor("wick"), live.group());
        assertThat(harbour.board.live()).containsExactly(live);
    }

    @Test
    void whoPlaysATapeIsNamedToTheOwnerAndStaysLive() {
        harbour.listed("tape");
        var video = harbour.video("tape", "tape", harbour.playlists.repeating("tape"));
        harbour.heard("tape", harbour.elsewhere.activity("Announce", "tape", video));
        var kept = new KeptStore(harbour.node.client());
        harbour.await("a first sample", () -> kept.samples() == 1);
        var reruns = harbour.node.get(Reruns.class);
        assertThat(reruns.suspected(owner)).isEmpty();

        harbour.clock.advance(Reruns.APART);
        harbour.await("another", () -> reruns.suspected(owner).containsKey(harbour.actor("tape")));
        assertThat(harbour.live()).containsExactly("The tape");
        assertThat(harbour.playlists.ranges()).containsOnly("bytes=0-32767");
        assertThat(reruns.looked(owner, harbour.actor("tape"))).isTrue();
        assertThat(reruns.suspected(owner)).isEmpty();
    }

    /** What a team posts of itself, and does not show. */
    private ObjectNode boastful(String team) {
        var document = harbour.elsewhere
                .person(team)
                .put("name", "The only one worth watching")
                .put("url", "https://casino.example/")
                .put("promise", "Free money")
                .put("listing", "open");
        document.putArray("languages").add("pt");
        document.putArray("labels");
        return document;
    }

    /** The same of a broadcast. */
    private ObjectNode boastful(URI video) {
        var document = Harbour.MAPPER
                .createObjectNode()
                .put("type", "Video")
                .put("id", video.toString())
                .put("name", "Free money")
                .put("sensitive", false)
                .put("liveSeq", 99);
        document.putArray("attributedTo").add(harbour.actor("wick").toString());
        document.putArray("url")
                .addObject()
                .put("type", "Link")
                .put("mediaType", "text/html")
                .put("href", "https://casino.example/");
        return document;
    }

    private Instant readAt(String team) {
        return harbour.directory.known(owner).stream()
                .filter(known -> known.id().equals(harbour.actor(team)))
                .map(KnownGroup::readAt)
                .findFirst()
                .orElseThrow();
    }

    private long asked(String path) {
        return harbour.elsewhere.asked().stream().filter(path::equals).count();
    }
}
