// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

import live.tributary.federation.http.Budget;
import live.tributary.federation.http.Origins;
import live.tributary.federation.remote.RemoteDocuments;
import live.tributary.federation.remote.Retrieval;
import live.tributary.federation.vocab.WebAddress;

/**
 * Finds out what became of an inbox that is not there: asks for the followers who had it. One who is gone is a follower
 * no more; one who has another inbox gets the news there. Blocks; no transaction may be open.
 */
final class LostInboxes {

    private static final Logger log = LoggerFactory.getLogger(LostInboxes.class);

    /** Of a shared inbox: if these few are gone, the next delivery asks for others. */
    private static final int MOST_ASKED = 10;

    /** Not found at once may be a mistake of the host's; not found for so long is an answer. */
    private static final Duration NOT_FOUND_FOR_GOOD = Duration.ofDays(3);

    private final RemoteDocuments documents;
    private final FollowerStore followers;
    private final Company company;
    private final InstantSource clock;

    LostInboxes(RemoteDocuments documents, FollowerStore followers, Company company, InstantSource clock) {
        this.documents = documents;
        this.followers = followers;
        this.company = company;
        this.clock = clock;
    }

    /** Where the delivery has to go instead; empty where nobody knows. */
    Optional<URI> find(Claim claim) {
        var budget = Budget.ofOneActivity();
        return followers.at(claim.inbox(), MOST_ASKED).stream()
                .filter(follower -> !company.shuns(follower))
                .flatMap(follower -> find(claim, follower, budget).stream())
                .reduce((one, _) -> one);
    }

    private Optional<URI> find(Claim claim, URI follower, Budget budget) {
        return switch (documents.fetch(follower, budget)) {
            case Retrieval.Fetched(var id, var document) when id.equals(follower) -> move(claim, follower, document);
            case Retrieval.Gone _ -> forget(follower, "is deleted");
            case Retrieval.Missing _ when isLate(claim) -> forget(follower, "is not found for days");
            case Retrieval.Fetched _, Retrieval.Missing _, Retrieval.Untrusted _, Retrieval.Failed _ ->
                Optional.empty();
        };
    }

    private Optional<URI> move(Claim claim, URI follower, JsonNode document) {
        var inbox = inbox(follower, document.path("inbox"));
        var shared =
                inbox(follower, document.path("endpoints").path("sharedInbox")).or(() -> inbox);
        if (inbox.isEmpty() || shared.filter(claim.inbox()::equals).isPresent()) {
            return Optional.empty();
        }
        followers.move(follower, inbox.get(), shared.orElse(inbox.get()));
        return shared;
    }

    private Optional<URI> forget(URI follower, String why) {
        followers.removeEverywhere(follower);
        log.info("a follower {} follower={}", why, follower);
        return Optional.empty();
    }

    private boolean isLate(Claim claim) {
        return !clock.instant().isBefore(claim.queuedAt().plus(NOT_FOUND_FOR_GOOD));
    }

    /** Only on the follower's own server: nobody may send our deliveries to a third. */
    private static Optional<URI> inbox(URI follower, JsonNode value) {
        return WebAddress.parse(value.asString(""))
                .filter(inbox -> Origins.same(follower, inbox))
                .filter(FollowerStore::fits);
    }
}
