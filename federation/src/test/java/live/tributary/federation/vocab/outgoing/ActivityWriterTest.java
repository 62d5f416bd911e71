// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class ActivityWriterTest {

    private static final String OWNCAST = "https://owncast.online/ns#";

    @Test
    void answersAFollowWithTheFollowAndWithoutItsSealsAndSecrets() {
        var accept = write(new AcceptFollow(
                id("1"), Examples.TEAM, Examples.STRANGER, Examples.strangersFollow(), new StreamNews.None()));
        assertThat(accept.path("object").propertyNames()).containsExactly("id", "type", "actor", "object");
        assertThat(accept.path("object").path("id").stringValue()).isEqualTo("https://elsewhere.example/f/1");
        assertThat(accept.path("to").path(0).stringValue()).isEqualTo(Examples.STRANGER.toString());
    }

    @Test
    void namesNoWordsOfProofsAroundWhatIsPassedOn() {
        var passedOn = Examples.activities()
                .filter(AnnounceActivity.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(write(passedOn).path("@context").valueStream().map(JsonNode::asString))
                .as("what is inside may name data-integrity/v1, which cannot stand inside v2")
                .containsExactly("https://www.w3.org/ns/activitystreams");
    }

    @Test
    void tellsOwncastInTheAnswerWhetherATeamIsOnAir() {
        var follow = Examples.strangersFollow();
        var live = new StreamNews.Live("Night Owls", Examples.onAir());
        assertThat(status(new AcceptFollow(id("1"), Examples.TEAM, Examples.STRANGER, follow, live)))
                .isEqualTo("live");
        var offline = new StreamNews.Offline("Night Owls");
        assertThat(status(new AcceptFollow(id("1"), Examples.TEAM, Examples.STRANGER, follow, offline)))
                .isEqualTo("offline");
        assertThat(write(new AcceptFollow(id("1"), Examples.ANA, Examples.STRANGER, follow, new StreamNews.None()))
                        .has(OWNCAST + "streamStatus"))
                .isFalse();
    }

    @Test
    void undoesAnAnnounceWithTheAnnounceItself() {
        var undo = write(new UndoAnnounce(id("2"), Examples.announce()));
        var announce = write(Examples.announce());
        announce.remove("@context");
        assertThat(undo.path("object")).isEqualTo(announce);
        assertThat(undo.path("to")).isEqualTo(announce.path("to"));
    }

    @Test
    void passesOnAnActivityUnchanged() {
        var inner = write(new CreateVideo(id("3"), Examples.onAir()));
        var announce = write(
                new AnnounceActivity(id("4"), Examples.TEAM, inner, Examples.START, Audience.everybody(Examples.ANA)));
        assertThat(announce.path("object")).isEqualTo(inner);
    }

    @Test
    void movesWhoeverSaysSo() {
        var move = write(new MoveActor(id("8"), Examples.ANA, Examples.STRANGER));
        assertThat(move.path("object")).isEqualTo(move.path("actor"));
        assertThat(move.path("target").stringValue()).isEqualTo(Examples.STRANGER.toString());
        assertThat(move.path("cc").path(0).stringValue()).isEqualTo(Examples.ANA + "/followers");
    }

    @Test
    void namesTheContextOfProofsWhereAProofMayCome() {
        assertThat(write(new CreateVideo(id("5"), Examples.onAir()))
                        .path("@context")
                        .valueStream())
                .map(context -> context.stringValue(""))
                .contains("https://w3id.org/security/data-integrity/v2");
    }

    @Test
    void saysThatATeamHasLeft() {
        var leave = write(new Departure(id("6"), "Night Owls", Examples.ended(), Examples.START));
        assertThat(leave.path("type").stringValue()).isEqualTo("Leave");
        assertThat(leave.path(OWNCAST + "streamStatus").stringValue()).isEqualTo("offline");
        assertThat(leave.path("liveState").stringValue()).isEqualTo("ended");
        assertThat(leave.has("arrivals")).isFalse();
    }

    @Test
    void reportsTheAccusedFirstAndWritesTheTextWhereEachLooksForIt() {
        var post = URI.create("https://elsewhere.example/n/1");
        var report = write(new ReportContent(id("7"), Examples.NODE.node(), Examples.STRANGER, List.of(post), "Spam."));
        assertThat(report.path("object").valueStream())
                .map(JsonNode::stringValue)
                .containsExactly(Examples.STRANGER.toString(), post.toString());
        assertThat(report.path("content")).isEqualTo(report.path("summary"));
        assertThatThrownBy(() -> new ReportContent(
                        id("7"), Examples.NODE.node(), Examples.STRANGER, List.of(), "x".repeat(5_001)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String status(Outgoing activity) {
        return write(activity).path(OWNCAST + "streamStatus").stringValue();
    }

    private static ObjectNode write(Outgoing activity) {
        return ActivityWriter.write(activity);
    }

    private static URI id(String number) {
        return Examples.at("/ap/a/" + number);
    }
}
