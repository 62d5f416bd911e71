// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.net.URI;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

import live.tributary.fixtures.fediverse.MastodonRules;
import live.tributary.fixtures.fediverse.PeerTubeRules;
import live.tributary.node.directory.Directory.Named;
import live.tributary.node.directory.Directory.Taken;
import live.tributary.node.fediverse.WireExamples;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.NotAllowedException;
import live.tributary.node.kernel.Secret;
import live.tributary.node.removals.Grounds;
import live.tributary.node.removals.Removals;
import live.tributary.node.removals.Removals.Outcome;
import live.tributary.node.removals.Step;
import live.tributary.node.removals.Term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Who is taken off by the rules of a directory, and who is vouched for. */
abstract class Rulings {

    private static final String REASONS = "On 3 May from 19:00 to 21:00 a loop of one minute was on air.";

    private final Harbour harbour;
    private final Actor owner;

    Rulings(Harbour harbour, Actor owner) {
        this.harbour = harbour;
        this.owner = owner;
    }

    @Test
    void whoIsTakenOffByARuleHearsWhyObjectsAndCannotComeBackByAsking() {
        harbour.listed("otter");
        var otter = harbour.actor("otter");
        var invite = harbour.asked("otter");
        isTakenOffOnlyByARuleAndWithReasons(otter);
        assertThat(harbour.directory.listed()).doesNotContainKey(otter);

        var notice = harbour.newest("Reject", invite, 1);
        assertThat(notice.path("content").asString())
                .startsWith("Taken off by rule 6 (version 1) until")
                .contains("a loop");
        assertThat(PeerTubeRules.check(Harbour.published(notice.toString()))).isEmpty();
        assertThat(MastodonRules.check(Harbour.published(notice.toString()))).isEmpty();
        assertThat(WireExamples.members(notice))
                .isEqualTo(WireExamples.members(
                        WireExamples.ofTheDocs().getOrDefault("Reject{Invite}", MissingNode.getInstance())));
        var again = harbour.newest("Reject", harbour.invites("otter"), 1);
        assertThat(harbour.directory.name(owner, otter)).isInstanceOf(Named.Barred.class);
        assertThat(harbour.directory.listed()).doesNotContainKey(otter);
        isHeardAndPutBack(again);
    }

    private void isTakenOffOnlyByARuleAndWithReasons(URI team) {
        var good = new Grounds(6, Term.WEEK, REASONS, false);
        assertThatThrownBy(() -> harbour.directory.remove(Actor.ANONYMOUS, team, good))
                .isInstanceOf(NotAllowedException.class);
        assertThat(harbour.directory.remove(owner, team, new Grounds(6, Term.WEEK, "Because.", false)))
                .isEqualTo(new Taken.NoReasons());
        assertThat(harbour.directory.remove(owner, team, new Grounds(60, Term.WEEK, REASONS, false)))
                .isEqualTo(new Taken.NoSuchRule());
        assertThat(harbour.directory.listed()).containsKey(team);
        assertThat(harbour.directory.remove(owner, team, good)).isInstanceOf(Taken.Off.class);
        assertThat(harbour.directory.remove(owner, team, good)).isEqualTo(new Taken.NotThere());
    }

    private void isHeardAndPutBack(JsonNode notice) {
        var removals = harbour.node.get(Removals.class);
        var link = Secret.parse(notice.path("url").asString().replaceFirst(".*/", ""))
                .orElseThrow();
        assertThat(removals.appeal(Actor.ANONYMOUS, link, " ")).isEqualTo(Outcome.NO_WORDS);
        assertThat(removals.appeal(Actor.ANONYMOUS, link, "It was live.")).isEqualTo(Outcome.DONE);
        assertThat(removals.appeal(Actor.ANONYMOUS, link, "And again.")).isEqualTo(Outcome.NOT_NOW);
        var id = removals.find(link).orElseThrow().id();
        assertThat(removals.uphold(owner, id, "The same minute was on air four times."))
                .isEqualTo(Outcome.DONE);
        var invite = URI.create(notice.path("object").path("id").asString());
        assertThat(harbour.newest("Reject", invite, 2).path("content").asString())
                .contains("Your appeal was turned down.");
        assertThat(removals.putBack(owner, id, "The team has shown me the room."))
                .isEqualTo(Outcome.DONE);
        harbour.newest("Accept", invite, 1);
        assertThat(removals.find(link).orElseThrow().steps())
                .extracting(Step::kind)
                .containsExactly(Step.Kind.REMOVED, Step.Kind.APPEALED, Step.Kind.UPHELD, Step.Kind.PUT_BACK);
    }

    @Test
    void forWhomATeamVouchesIsReadAtItsOwnAddressAndTwoCountInAMonth() {
        var stork = harbour.actor("stork");
        var collection = harbour.vouches("stork", "https://a.example/g", "https://b.example/g", "https://c.example/g");
        harbour.team("stork", document -> document.put("vouches", collection.toString()));
        assertThat(harbour.directory.name(owner, stork)).isEqualTo(new Named.Listed());
        harbour.await("vouches", () -> counting(stork).equals(List.of("https://a.example/g", "https://b.example/g")));

        harbour.vouches("stork", "https://b.example/g", "https://c.example/g");
        harbour.heard(
                "stork",
                harbour.elsewhere
                        .activity("Remove", "stork", URI.create("https://a.example/g"))
                        .put("target", collection.toString()));
        harbour.await("the end of one", () -> counting(stork).equals(List.of("https://b.example/g")));
        harbour.forget(owner, stork);
        assertThat(counting(stork)).isEmpty();
    }

    private List<String> counting(URI voucher) {
        return new KeptStore(harbour.node.client()).vouched(voucher);
    }
}
