// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import live.tributary.fixtures.fediverse.MastodonRules;
import live.tributary.fixtures.fediverse.PeerTubeRules;
import live.tributary.fixtures.process.Waiting;
import live.tributary.node.complaints.Complaining;
import live.tributary.node.complaints.Complaint;
import live.tributary.node.complaints.Complaints;
import live.tributary.node.domains.DomainName;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.domains.DomainPolicy;
import live.tributary.node.domains.Severity;
import live.tributary.node.fediverse.Deliveries;
import live.tributary.node.fediverse.Progress;
import live.tributary.node.fediverse.WireExamples;
import live.tributary.node.fixtures.FederatedNode;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.TeamId;

import static org.assertj.core.api.Assertions.assertThat;

/** What a team tells those who look after the server of a stranger. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReportsElsewhereTest {

    private final Conversation talk;
    private final Elsewhere elsewhere;
    private final FederatedNode node;
    private final Complaints complaints;
    private final Actor owner;
    private final TeamId team;

    ReportsElsewhereTest(TestDatabase database, @TempDir Path data) {
        talk = new Conversation(database, data);
        elsewhere = talk.elsewhere;
        node = talk.node;
        complaints = node.get(Complaints.class);
        owner = node.house().actor();
        team = node.house().team().id();
    }

    @AfterAll
    void stop() {
        talk.close();
    }

    /** Each test has somebody of its own. */
    @BeforeEach
    void meet() {
        talk.meet();
    }

    @Test
    void thoseWhoLookAfterAServerAreToldInTheNameOfTheNode() {
        var answer = talk.answer("<p>buy this</p>", "shown");
        var objects = List.of(answer, node.videoAddress());
        assertThat(complaints.send(owner, team, talk.me(), objects, "The same everywhere."))
                .isEqualTo(Complaining.SENT);
        talk.awaitLetter("Flag", answer.toString());
        var flag = letter("Flag");
        assertThat(flag.path("actor").asString()).isEqualTo("https://node.example/ap/actor");
        assertThat(flag.path("object").valueStream().map(JsonNode::asString))
                .containsExactly(
                        "https://pond.example" + talk.me().getPath(), "https://pond.example" + answer.getPath());
        assertThat(flag.path("content").asString()).isEqualTo("The same everywhere.");
        assertThat(MastodonRules.check(flag)).isEmpty();
        assertThat(PeerTubeRules.check(flag)).isEmpty();
        assertThat(WireExamples.ofTheDocs())
                .hasEntrySatisfying(
                        "Flag",
                        example -> assertThat(WireExamples.members(flag)).isEqualTo(WireExamples.members(example)));
        assertThat(complaints.of(owner, team)).first().satisfies(this::hasArrived);
    }

    private void hasArrived(Complaint complaint) {
        assertThat(complaint.words()).isEqualTo("The same everywhere.");
        Waiting.until(
                "it is known to have arrived",
                FederatedNode.PATIENCE,
                () -> node.get(Deliveries.class)
                        .progress(complaint.id())
                        .map(Progress::state)
                        .filter(Progress.State.ARRIVED::equals)
                        .isPresent());
    }

    /** As it would read between servers with names: the rules demand https and a whole host. */
    private JsonNode letter(String type) {
        var here = node.node().web().toString();
        var there = elsewhere.at("").toString();
        return elsewhere.letters().stream()
                .map(letter -> letter.replace(here, "https://node.example").replace(there, "https://pond.example"))
                .map(JsonMapper.shared()::readTree)
                .filter(letter -> letter.path("type").asString().equals(type))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void parallelReportsDoNotPassTheLimit() throws Exception {
        // Of the team's day there are those of the tests before.
        node.client().sql("DELETE FROM complaints.complaint").update();
        node.client().sql("""
                INSERT INTO complaints.complaint (id, team, accused, objects, words, sent_at)
                SELECT gen_random_uuid(), :team, 'https://pond.example/users/ana', '', '', now()
                  FROM generate_series(1, 19)
                UNION ALL SELECT gen_random_uuid(), :team, '', '', '', now() - interval '366 days'""").param("team", team.value()).update();
        talk.follow();
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Complaining> wish = () -> complaints.send(owner, team, talk.me(), List.of(), "at once");
            var sent = both.invokeAll(Collections.nCopies(8, wish));
            assertThat(sent.stream().map(Future::resultNow).filter(Complaining.SENT::equals))
                    .hasSize(1);
        }
        assertThat(complaints.of(owner, team))
                .as("the oldest is forgotten")
                .noneMatch(one -> one.accused().toString().isEmpty());
        node.client().sql("DELETE FROM complaints.complaint").update();
    }

    @Test
    void notEveryReportIsSent() {
        assertThat(complaints.send(owner, team, elsewhere.actor("nobody"), List.of(), "?"))
                .isEqualTo(Complaining.UNKNOWN_ACCOUNT);
        assertThat(complaints.send(owner, team, talk.me(), List.of(), "x".repeat(Complaints.LONGEST + 1)))
                .isEqualTo(Complaining.TOO_LONG);
        var inLines = "x\r\n".repeat(Complaints.LONGEST / 2);
        assertThat(complaints.send(owner, team, elsewhere.actor("nobody"), List.of(), inLines))
                .as("of the end of a line one character counts")
                .isEqualTo(Complaining.UNKNOWN_ACCOUNT);
        talk.follow();
        var policies = node.get(DomainPolicies.class);
        var away = URI.create("https://deals.example/users/eve");
        policies.put(
                Actor.SYSTEM,
                new DomainPolicy(new DomainName("deals.example"), Severity.SUSPEND, false, false, "", false));
        assertThat(complaints.send(owner, team, away, List.of(), "?")).isEqualTo(Complaining.SERVER_BLOCKED);
        node.client().sql("""
                INSERT INTO complaints.complaint (id, team, accused, objects, words, sent_at)
                SELECT gen_random_uuid(), :team, 'https://pond.example/users/ana', '', '', now()
                  FROM generate_series(1, 20)""").param("team", team.value()).update();
        assertThat(complaints.send(owner, team, talk.me(), List.of(), "?")).isEqualTo(Complaining.TOO_MANY);
        node.client().sql("DELETE FROM complaints.complaint WHERE words = ''").update();
    }
}
