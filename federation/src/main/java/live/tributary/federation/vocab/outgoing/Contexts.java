// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

import live.tributary.federation.vocab.ActivityStreams;

/**
 * The {@code @context} of each kind of document. All terms beyond the well-known contexts are defined inline: Fedify
 * and others look up every address in a context and refuse the document if one does not answer.
 */
final class Contexts {

    /** A proof (FEP-8b32) signs the context too, so that a document which may get one names this from the start. */
    private static final String DATA_INTEGRITY = "https://w3id.org/security/data-integrity/v2";

    /** {@code assertionMethod} is a term of did/v1: with multikey/v1 alone it expands to nothing. */
    private static final ArrayNode ACTOR = parse("""
            ["https://w3id.org/security/v1", "https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1",
             {"toot": "http://joinmastodon.org/ns#", "discoverable": "toot:discoverable",
              "indexable": "toot:indexable", "featured": {"@id": "toot:featured", "@type": "@id"},
              "sc": "http://schema.org/", "PropertyValue": "sc:PropertyValue", "value": "sc:value",
              "manuallyApprovesFollowers": "as:manuallyApprovesFollowers", "sensitive": "as:sensitive",
              "movedTo": {"@id": "as:movedTo", "@type": "@id"},
              "lemmy": "https://join-lemmy.org/ns#", "postingRestrictedToMods": "lemmy:postingRestrictedToMods",
              "pt": "https://joinpeertube.org/ns#", "support": "pt:support",
              "implements": {"@id": "https://w3id.org/fep/844e#implements", "@type": "@id", "@container": "@set"},
              "Hashtag": "as:Hashtag",
              "lv": "https://w3id.org/tributary/ns#", "moderators": {"@id": "lv:moderators", "@type": "@id"},
              "liveNow": {"@id": "lv:liveNow", "@type": "@id"}, "events": {"@id": "lv:events", "@type": "@id"},
              "vouches": {"@id": "lv:vouches", "@type": "@id"},
              "rings": {"@id": "lv:rings", "@type": "@id"}, "members": {"@id": "lv:members", "@type": "@id"},
              "rankingPolicy": {"@id": "lv:rankingPolicy", "@type": "@id"}, "raids": "lv:raids", "listing": "lv:listing",
              "listedAt": {"@id": "lv:listedAt", "@type": "@id"},
              "languages": "lv:languages", "labels": "lv:labels", "promise": "lv:promise", "seats": "lv:seats",
              "role": "lv:role", "topics": "lv:topics", "hours": "lv:hours", "packs": "lv:packs",
              "note": "lv:note", "expires": "lv:expires"}]
            """);

    private static final ArrayNode VIDEO = parse("""
            [{"pt": "https://joinpeertube.org/ns#", "sc": "http://schema.org/", "Hashtag": "as:Hashtag",
              "sensitive": "as:sensitive", "category": "sc:category", "language": "sc:inLanguage",
              "identifier": "sc:identifier", "isLiveBroadcast": "sc:isLiveBroadcast",
              "subtitleLanguage": "sc:subtitleLanguage", "uuid": {"@id": "pt:uuid", "@type": "sc:identifier"},
              "views": {"@id": "pt:views", "@type": "sc:Number"}, "state": {"@id": "pt:state", "@type": "sc:Number"},
              "liveSaveReplay": {"@id": "pt:liveSaveReplay", "@type": "sc:Boolean"},
              "permanentLive": {"@id": "pt:permanentLive", "@type": "sc:Boolean"},
              "latencyMode": {"@id": "pt:latencyMode", "@type": "sc:Number"},
              "commentsPolicy": {"@id": "pt:commentsPolicy", "@type": "sc:Number"},
              "downloadEnabled": {"@id": "pt:downloadEnabled", "@type": "sc:Boolean"},
              "waitTranscoding": {"@id": "pt:waitTranscoding", "@type": "sc:Boolean"},
              "size": {"@id": "pt:size", "@type": "sc:Number"}, "fps": {"@id": "pt:fps", "@type": "sc:Number"},
              "comments": {"@id": "as:comments", "@type": "@id"}, "dislikes": {"@id": "as:dislikes", "@type": "@id"},
              "lv": "https://w3id.org/tributary/ns#", "liveState": "lv:liveState", "liveSince": "lv:liveSince",
              "liveUntil": "lv:liveUntil", "liveSeq": "lv:liveSeq", "labels": "lv:labels"}]
            """);

    private static final ArrayNode HEARTBEAT = parse("""
            [{"lv": "https://w3id.org/tributary/ns#", "liveState": "lv:liveState", "liveUntil": "lv:liveUntil",
              "liveSeq": "lv:liveSeq", "arrivals": "lv:arrivals"}]
            """);

    private static final ArrayNode RING = parse("""
            [{"lv": "https://w3id.org/tributary/ns#", "stewards": {"@id": "lv:stewards", "@type": "@id"},
              "lanes": {"@id": "lv:lanes", "@container": "@list"}}]
            """);

    private static final ArrayNode HANDOFF = parse("""
            [{"lv": "https://w3id.org/tributary/ns#", "handoff": {"@id": "lv:handoff", "@type": "@id"},
              "handoffKind": "lv:handoffKind", "lane": "lv:lane", "raft": "lv:raft", "raftSize": "lv:raftSize"}]
            """);

    /** The words of FEP-8a8e. */
    private static final ArrayNode EVENT = parse("""
            [{"VirtualLocation": "https://w3id.org/fep/8a8e/VirtualLocation"}]
            """);

    private static final ArrayNode NOTE = parse("""
            [{"Hashtag": "as:Hashtag", "sensitive": "as:sensitive"}]
            """);

    private Contexts() {}

    /** Of what needs no more than ActivityStreams. */
    static ArrayNode plain() {
        return JsonNodeFactory.instance.arrayNode().add(ActivityStreams.NAMESPACE);
    }

    /** The same of what may get a proof. */
    static ArrayNode provable() {
        return plain().add(DATA_INTEGRITY);
    }

    static ArrayNode actor() {
        return plain().addAll(ACTOR.deepCopy());
    }

    static ArrayNode provableActor() {
        return provable().addAll(ACTOR.deepCopy());
    }

    static ArrayNode video() {
        return plain().addAll(VIDEO.deepCopy());
    }

    static ArrayNode provableVideo() {
        return provable().addAll(VIDEO.deepCopy());
    }

    static ArrayNode note() {
        return plain().addAll(NOTE.deepCopy());
    }

    static ArrayNode provableNote() {
        return provable().addAll(NOTE.deepCopy());
    }

    static ArrayNode heartbeat() {
        return plain().addAll(HEARTBEAT.deepCopy());
    }

    static ArrayNode provableRing() {
        return provable().addAll(RING.deepCopy());
    }

    static ArrayNode handoff() {
        return provable().addAll(HANDOFF.deepCopy());
    }

    static ArrayNode event() {
        return plain().addAll(EVENT.deepCopy());
    }

    private static ArrayNode parse(String json) {
        return (ArrayNode) JsonMapper.shared().readTree(json);
    }
}
