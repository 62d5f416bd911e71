// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.net.URI;
import java.time.Duration;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.vocab.ActivityStreams;
import live.tributary.federation.vocab.outgoing.Tombstone;
import live.tributary.federation.vocab.outgoing.TombstoneWriter;

/** Answers with documents of ActivityPub, and sends browsers to the page instead. */
final class ActivityAnswers {

    /** What asks for a document. The first form is also what is always answered. */
    static final String ACTIVITY_JSON = ActivityStreams.MEDIA_TYPE;

    static final String LD_JSON = "application/ld+json";

    /** What asks for a page, also by asking for nothing in particular. */
    static final String HTML = "text/html";

    static final String ANYTHING = "*/*";

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final Duration GONE = Duration.ofHours(1);

    private ActivityAnswers() {}

    static ResponseEntity<byte[]> document(ObjectNode document, Duration maxAge) {
        return of(HttpStatus.OK, maxAge).body(bytes(document));
    }

    static ResponseEntity<byte[]> document(byte[] document, Duration maxAge) {
        return of(HttpStatus.OK, maxAge).body(document);
    }

    /** A document that is asked for again and again; who has it already is told so. */
    static ResponseEntity<byte[]> document(ObjectNode document, Duration maxAge, String version) {
        return of(HttpStatus.OK, maxAge).eTag("\"" + version + "\"").body(bytes(document));
    }

    static ResponseEntity<byte[]> gone(Tombstone tombstone) {
        return of(HttpStatus.GONE, GONE).body(bytes(TombstoneWriter.write(tombstone)));
    }

    /** For whoever follows a link of ours in a browser. */
    static ResponseEntity<byte[]> page(URI page) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(page)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    // The header is set by hand: Spring would add a charset, and Lemmy compares the whole value.
    private static ResponseEntity.BodyBuilder of(HttpStatus status, Duration maxAge) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.CONTENT_TYPE, ACTIVITY_JSON)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .cacheControl(CacheControl.maxAge(maxAge).cachePublic());
    }

    private static byte[] bytes(ObjectNode document) {
        return MAPPER.writeValueAsBytes(document);
    }
}
