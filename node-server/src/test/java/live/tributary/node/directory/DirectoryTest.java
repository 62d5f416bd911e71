// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.fixtures.fediverse.MastodonRules;
import live.tributary.fixtures.fediverse.PeerTubeRules;
import live.tributary.node.fediverse.WireExamples;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.following.LiveElsewhere;
import live.tributary.node.kernel.Actor;

import static org.assertj.core.api.Assertions.assertThat;

/** Whom a directory lists: those whose own documents say so, as long as they do; and who of them is live: what moves. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DirectoryTest {

    /** So few that one team could fill the list with its broadcasts. */
    static final int MOST = 2;

    private final Harbour harbour;
    private final Actor owner;

    DirectoryTest(TestDatabase database, @TempDir Path data) {
        harbour = new Harbour(
                database, data, "tributary.directory.most=" + MOST, "tributary.directory.probes-per-sample=1");
        owner = harbour.node.house().actor();
    }

    @AfterEach
    void listNobody() {
        harbour.directory.listed().keySet().forEach(team -> harbour.forget(owner, team));
        assertThat(harbour.live()).isEmpty();
    }

    @AfterAll
    void stop() {
        harbour.close();
    }

    @Test
    void aTeamThatAsksIsListedAndLiveAsLongAsItsPlaylistMoves() {
        harbour.team("kiln");
        var invite = harbour.invites("kiln");
        harbour.await("the answer", () -> !harbour.letters("Accept", invite).isEmpty());
        var accept = harbour.letters("Accept", invite).getFirst();
        assertThat(accept.path("actor").asString()).isEqualTo(harbour.name.toString());
        assertThat(WireExamples.members(accept))
                .isEqualTo(WireExamples.members(
                        WireExamples.ofTheDocs().getOrDefault("Accept{Invite}", MissingNode.getInstance())));
        assertThat(PeerTubeRules.check(Harbour.published(accept.toString()))).isEmpty();
        assertThat(MastodonRules.check(Harbour.published(accept.toString()))).isEmpty();
        assertThat(harbour.directory.listed().get(harbour.actor("kiln"))).satisfies(group -> {
            assertThat(group.name()).isEqualTo("The kiln");
            assertThat(group.page()).isEqualTo(harbour.elsewhere.at("/@kiln"));
            assertThat(group.languages()).containsExactly("en");
            assertThat(group.tags()).containsExactly("pottery");
            assertThat(group.promise()).isEqualTo("What the kiln do in the evening.");
            assertThat(group.admitted()).isFalse();
        });
        var follow = harbour.letters("Follow", harbour.actor("kiln")).getFirst();
        harbour.heard("kiln", harbour.elsewhere.activity("Accept", "kiln", (ObjectNode) follow));

        var video = harbour.video("kiln", "1", harbour.playlists.moving("kiln"));
        harbour.post("kiln", harbour.elsewhere.activity("Announce", "kiln", video));
        harbour.await("the team to be live", () -> harbour.live().equals(List.of("The kiln")));
        assertThat(harbour.board.live()).isSameAs(harbour.board.live());
        assertThat(harbour.board.live().getFirst()).satisfies(live -> {
            assertThat(live.title()).isEqualTo("Evening 1");
            assertThat(live.page()).isEqualTo(harbour.elsewhere.at("/w/1"));
        });
        // What the directory hears is not what the node follows.
        assertThat(harbour.node.get(LiveElsewhere.class).all()).isEmpty();

        harbour.post("kiln", harbour.pulse("Leave", "kiln", video, 2));
        harbour.await("its end", () -> harbour.live().isEmpty());
    }

    @Nested
    final class OfConsent extends Consents {
        OfConsent() {
            super(harbour, owner);
        }
    }

    @Nested
    final class OfWhoIsLive extends LiveTeams {
        OfWhoIsLive() {
            super(harbour);
        }
    }

    @Nested
    final class OfLiars extends LyingTeams {
        OfLiars() {
            super(harbour, owner);
        }
    }

    @Nested
    final class OfRules extends Rulings {
        OfRules() {
            super(harbour, owner);
        }
    }
}
