// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.jsonld;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import live.tributary.federation.vocab.ActivityStreams;

/** The words that we read from plain JSON, and what each must mean. */
final class CoreTerms {

    private static final String AS = ActivityStreams.NAMESPACE + "#";
    private static final String SECURITY = "https://w3id.org/security#";
    private static final String LDP = "http://www.w3.org/ns/ldp#";

    private static final Set<String> OF_ACTIVITY_STREAMS = Set.of(
            "actor",
            "alsoKnownAs",
            "attachment",
            "attributedTo",
            "audience",
            "bcc",
            "bto",
            "cc",
            "content",
            "context",
            "endTime",
            "endpoints",
            "first",
            "followers",
            "following",
            "href",
            "icon",
            "image",
            "inReplyTo",
            "items",
            "mediaType",
            "movedTo",
            "name",
            "next",
            "object",
            "orderedItems",
            "origin",
            "outbox",
            "partOf",
            "preferredUsername",
            "published",
            "replies",
            "result",
            "sensitive",
            "sharedInbox",
            "startTime",
            "summary",
            "tag",
            "target",
            "to",
            "totalItems",
            "updated",
            "url",
            "Accept",
            "Add",
            "Announce",
            "Application",
            "Article",
            "Block",
            "Create",
            "Delete",
            "Dislike",
            "Event",
            "Flag",
            "Follow",
            "Group",
            "Invite",
            "Join",
            "Leave",
            "Like",
            "Mention",
            "Move",
            "Note",
            "Offer",
            "Organization",
            "Page",
            "Person",
            "Reject",
            "Remove",
            "Service",
            "Tombstone",
            "Travel",
            "Undo",
            "Update",
            "Video",
            "View",
            "Hashtag",
            "Public");

    private static final Set<String> OF_SECURITY = Set.of(
            "assertionMethod", "controller", "owner", "proof", "publicKey", "publicKeyMultibase", "publicKeyPem");

    private static final Map<String, String> MEANINGS = meanings();

    private CoreTerms() {}

    /** What {@code term} must mean, if it is one that we read. */
    static Optional<String> meaning(String term) {
        return Optional.ofNullable(MEANINGS.get(term));
    }

    /** Whether {@code name}, in some namespace, is one of the words that we read. */
    static boolean isWord(String name) {
        return MEANINGS.containsKey(name);
    }

    /** What follows the namespace in {@code iri}, whole or compact. */
    static String lastPart(String iri) {
        return iri.substring(Math.max(iri.lastIndexOf(':'), Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#'))) + 1);
    }

    private static Map<String, String> meanings() {
        var meanings = new LinkedHashMap<String, String>();
        OF_ACTIVITY_STREAMS.forEach(term -> meanings.put(term, AS + term));
        OF_SECURITY.forEach(term -> meanings.put(term, SECURITY + term));
        meanings.put("as", AS);
        meanings.put("id", "@id");
        meanings.put("type", "@type");
        meanings.put("inbox", LDP + "inbox");
        // Language maps have the meaning of the word without "Map".
        meanings.put("contentMap", AS + "content");
        meanings.put("nameMap", AS + "name");
        meanings.put("summaryMap", AS + "summary");
        return Map.copyOf(meanings);
    }
}
