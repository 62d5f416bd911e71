// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.listing;

import java.net.URI;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;

import live.tributary.federation.http.Origins;
import live.tributary.federation.vocab.Accept;
import live.tributary.federation.vocab.Reference;
import live.tributary.federation.vocab.Reject;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.inbox.ActorSpoke;
import live.tributary.node.listing.Request.Reply;

/** Hears what directories answer that were asked, and nobody else. In the transaction in which the inbox notes it as done. */
final class AnswerListener {

    private static final Logger log = LoggerFactory.getLogger(AnswerListener.class);

    /** In characters; ours have some 80. */
    private static final int LONGEST_ADDRESS = 500;

    private final RequestStore store;
    private final Addresses addresses;

    AnswerListener(RequestStore store, Addresses addresses) {
        this.store = store;
        this.addresses = addresses;
    }

    @EventListener
    void on(ActorSpoke spoke) {
        if (spoke.activity() instanceof Accept(var envelope, var invite)) {
            answer(spoke, envelope.actor(), invite, new Answer(true, "", ""));
        } else if (spoke.activity() instanceof Reject reject) {
            answer(
                    spoke,
                    reject.envelope().actor(),
                    reject.object(),
                    new Answer(false, reject.reason(), statement(reject)));
        }
    }

    /**
     * What a directory said.
     *
     * @param statement where it gives its reasons; may be empty
     */
    private record Answer(boolean yes, String words, String statement) {}

    /** A link to somebody else's server would be shown to the team as the directory's. */
    private static String statement(Reject reject) {
        return reject.statement()
                .filter(address -> Origins.same(address, reject.envelope().actor()))
                .map(URI::toString)
                .filter(address -> address.length() <= LONGEST_ADDRESS)
                .orElse("");
    }

    /** They speak for themselves alone, and only of what they were asked last. */
    private void answer(ActorSpoke spoke, URI directory, Reference invite, Answer answer) {
        invite.id()
                .ifPresent(id -> store.lock(directory).stream()
                        .filter(request -> addresses.activity(request.invite()).equals(id))
                        .filter(request -> request.arrival() < spoke.arrival())
                        .forEach(request -> {
                            var reply = reply(answer.yes(), request.reply());
                            store.put(request.answered(
                                    reply, answer.words(), answer.statement(), spoke.at(), spoke.arrival()));
                            log.info(
                                    "directory answered team={} directory={} answer={}",
                                    request.team(),
                                    directory,
                                    reply);
                        }));
    }

    private static Reply reply(boolean yes, Reply before) {
        return switch (before) {
            case NONE, REFUSED -> yes ? Reply.LISTED : Reply.REFUSED;
            case LISTED, REMOVED -> yes ? Reply.LISTED : Reply.REMOVED;
        };
    }
}
