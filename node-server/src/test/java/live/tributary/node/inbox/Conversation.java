// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

import tools.jackson.databind.node.ObjectNode;

import live.tributary.fixtures.process.Waiting;
import live.tributary.node.domains.DomainName;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.domains.DomainPolicy;
import live.tributary.node.domains.Severity;
import live.tributary.node.fixtures.FederatedNode;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.kernel.Actor;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody elsewhere who talks to a node of ours. */
final class Conversation implements AutoCloseable {

    static final DomainName THERE = new DomainName("127.0.0.1");

    final Elsewhere elsewhere = Elsewhere.start();
    final FederatedNode node;
    private final Replies replies;
    private String name = "";
    private int people;

    Conversation(TestDatabase database, Path data) {
        node = FederatedNode.start(database, data);
        replies = node.get(Replies.class);
    }

    /** From now on it is somebody else. */
    void meet() {
        name = "fan" + ++people;
    }

    /** Who it is now. */
    String name() {
        return name;
    }

    /** Posts an activity and waits for what comes of it. */
    URI say(ObjectNode activity, String outcome) {
        assertThat(elsewhere.post(node.inbox(), name, activity)).isEqualTo(202);
        var id = URI.create(activity.path("id").asString());
        node.awaitOutcome(id, outcome);
        return id;
    }

    URI follow() {
        return say(elsewhere.activity("Follow", name, node.groupAddress()), "follows");
    }

    /** Answers the broadcast, and gives the address of the answer. */
    URI answer(String content, String outcome) {
        var note = elsewhere.note(name, node.videoAddress(), content);
        say(elsewhere.activity("Create", name, note), outcome);
        return URI.create(note.path("id").asString());
    }

    URI me() {
        return elsewhere.actor(name);
    }

    void awaitLetter(String type, String about) {
        Waiting.until(
                type + " about " + about,
                FederatedNode.PATIENCE,
                () -> elsewhere.letters().stream()
                        .anyMatch(
                                letter -> letter.contains("\"type\":\"%s\"".formatted(type)) && letter.contains(about)),
                () -> elsewhere.letters().toString());
    }

    List<String> shown() {
        return replies.shown(node.video()).stream()
                .filter(reply -> reply.author().equals(me()))
                .map(Reply::content)
                .toList();
    }

    /** Does it while the server of this somebody is limited. */
    void whileLimited(Runnable meanwhile) {
        var policies = node.get(DomainPolicies.class);
        policies.put(Actor.SYSTEM, new DomainPolicy(THERE, Severity.LIMIT, false, false, "", false));
        try {
            meanwhile.run();
        } finally {
            policies.remove(Actor.SYSTEM, THERE);
        }
    }

    /** Under what it is filed. */
    URI passedOnBy(String relay, ObjectNode activity) {
        var id = URI.create(activity.path("id").asString());
        return Arrival.place(id, elsewhere.actor(relay), Trust.PASSED_ON);
    }

    @Override
    public void close() {
        node.close();
        elsewhere.close();
    }
}
