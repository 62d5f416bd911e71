// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.util.stream.Stream;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Actors as their address serves them. */
public final class ActorWriter {

    private static final String RFC_9421 = "https://datatracker.ietf.org/doc/html/rfc9421";

    private ActorWriter() {}

    /** The whole document. */
    public static ObjectNode write(LocalActor actor) {
        return Wire.document(Contexts.actor(), body(actor));
    }

    /** The actor without a context, to stand inside an activity. */
    static ObjectNode body(LocalActor actor) {
        return switch (actor) {
            case NodeActor(var profile, var duty) -> node(profile, duty);
            case PersonActor person -> person(person);
            case GroupActor group -> group(group);
            case RingActor ring -> ring(ring);
        };
    }

    /** FEP-844e: what the software understands stands at the Application. */
    private static ObjectNode node(ActorProfile profile, NodeActor.Duty duty) {
        var body = common("Application", profile);
        body.set("implements", capabilities());
        if (duty instanceof NodeActor.Duty.Directory(var rankingPolicy)) {
            body.put("rankingPolicy", rankingPolicy.toString());
            body.put("liveNow", profile.addresses().liveNow().toString());
        }
        return body;
    }

    private static ObjectNode person(PersonActor person) {
        var body = common("Person", person.profile());
        body.set("generator", generator());
        return body;
    }

    private static ObjectNode group(GroupActor group) {
        var addresses = group.profile().addresses();
        var body = common("Group", group.profile());
        body.set("generator", generator());
        body.put("postingRestrictedToMods", false);
        body.put("featured", addresses.featured().toString());
        body.put("moderators", addresses.moderators().toString());
        body.put("liveNow", addresses.liveNow().toString());
        body.put("rings", addresses.rings().toString());
        // Objects throughout, the steward first: Lemmy reads an array only of objects, PeerTube wants a Person of the
        // same host, and the address of a moderators collection would be none.
        var owners = body.putArray("attributedTo");
        Stream.concat(Stream.of(group.steward()), group.moderators().stream())
                .distinct()
                .forEach(owner -> owners.add(Wire.typed("Person").put("id", owner.toString())));
        if (!group.raids().word().isEmpty()) {
            body.put("raids", group.raids().word());
        }
        ListingWriter.write(body, group);
        return body;
    }

    /** A Group would be taken for a community or a channel. */
    private static ObjectNode ring(RingActor ring) {
        var body = common("Service", ring.profile());
        body.set("generator", generator());
        return body.put("members", ring.profile().addresses().members().toString());
    }

    private static ObjectNode common(String type, ActorProfile profile) {
        var addresses = profile.addresses();
        var body = Wire.typed(type)
                .put("id", profile.id().toString())
                .put("preferredUsername", profile.handle())
                .put("name", profile.name())
                .put("url", profile.page().toString());
        if (!profile.summaryHtml().isEmpty()) {
            body.put("summary", profile.summaryHtml());
        }
        body.put("published", Wire.seconds(profile.created()))
                .put("discoverable", profile.openness().discoverable())
                .put("indexable", profile.openness().indexable())
                .put("manuallyApprovesFollowers", profile.openness().approvesFollowers())
                .put("sensitive", false)
                .put("inbox", addresses.inbox().toString())
                .put("outbox", addresses.outbox().toString())
                .put("followers", addresses.followers().toString())
                .put("following", addresses.following().toString());
        body.putObject("endpoints").put("sharedInbox", profile.sharedInbox().toString());
        ProfileWriter.decorate(body, profile);
        residence(body, profile.residence());
        KeyWriter.attach(body, profile);
        return body;
    }

    private static void residence(ObjectNode body, Residence residence) {
        if (!residence.alsoKnownAs().isEmpty()) {
            body.set("alsoKnownAs", Wire.list(residence.alsoKnownAs()));
        }
        if (residence instanceof Residence.Moved moved) {
            body.put("movedTo", moved.target().toString());
        }
    }

    private static ObjectNode generator() {
        var generator = Wire.typed("Application");
        generator.set("implements", capabilities());
        return generator;
    }

    private static ArrayNode capabilities() {
        return JsonNodeFactory.instance
                .arrayNode()
                .add(Wire.typed("Link").put("href", RFC_9421).put("name", "RFC-9421: HTTP Message Signatures"));
    }
}
