// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.federation.delivery.Freshness;
import live.tributary.node.fediverse.AnnouncedVideo.Life;

/**
 * Turns what was said into words and one delivery for each server, and takes back what need not be sent because of it.
 * One thing said is one transaction, so that a crash leaves it whole: done, or still to do.
 */
final class FanOut {

    private static final Logger log = LoggerFactory.getLogger(FanOut.class);

    /** How long something that could not be said waits: what it stumbled over is seldom gone at once. */
    static final Duration PAUSE = Duration.ofMinutes(5);

    private final SayingStore sayings;
    private final FanOutStore store;
    private final VideoStore videos;
    private final Words words;
    private final Addresses addresses;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    FanOut(
            SayingStore sayings,
            FanOutStore store,
            VideoStore videos,
            Words words,
            Addresses addresses,
            TransactionOperations transactions,
            InstantSource clock) {
        this.sayings = sayings;
        this.store = store;
        this.videos = videos;
        this.words = words;
        this.addresses = addresses;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Everything that is due now. */
    void spreadAll() {
        while (spreadNext()) {
            // The next.
        }
    }

    private boolean spreadNext() {
        return sayings.nextDue(clock.instant()).filter(this::spread).isPresent();
    }

    private boolean spread(UUID id) {
        try {
            return transactions.execute(_ -> {
                var due = sayings.lockDue(id);
                due.ifPresent(this::spread);
                return due.isPresent();
            });
        } catch (RuntimeException trouble) {
            // Whatever it is, one must not hold up the others. If this fails too, it is the database that is away.
            sayings.postpone(id, clock.instant().plus(PAUSE));
            log.error(
                    "activity {} is not sent yet: it cannot be put into words, or not be given to inboxes",
                    id,
                    trouble);
            return true;
        }
    }

    private void spread(Saying saying) {
        var document = words.of(saying);
        if (document.isEmpty()) {
            sayings.remove(saying.id());
            return;
        }
        var now = clock.instant();
        sayings.said(saying.id(), document.get());
        var inboxes = store.toFollowers(saying, addresses.host(), now);
        switch (saying.verb()) {
            case UPDATE, UPDATE_ACTOR -> replaceOlder(saying);
            case UPDATE_NOTE -> store.replaceOlderUpdates(saying, now);
            case RENEW_KEY -> {
                inboxes += store.toServersThatKnow(saying, now);
                // It says all that they say, and they would bring the old key back.
                store.replaceOlderUpdates(saying, now);
            }
            case DELETE, UNDO, DELETE_NOTE, DELETE_ACTOR -> {
                store.replaceAllBut(saying, now);
                inboxes += store.toAllWhoWereTold(saying, now);
            }
            case CREATE, CREATE_NOTE, ANNOUNCE, PASS_ON, OFFER, LEAVE, MOVE, LETTER -> {}
        }
        if (inboxes == 0 && !saying.verb().listed()) {
            sayings.remove(saying.id());
        } else if (saying.verb() != Verb.OFFER) {
            log.info(
                    "said verb={} activity={} sender={} inboxes={}",
                    saying.verb(),
                    saying.id(),
                    saying.sender(),
                    inboxes);
        }
    }

    private void replaceOlder(Saying update) {
        store.replaceOlderUpdates(update, clock.instant());
        if (update.subject() instanceof Subject.OfVideo(var id)) {
            videos.find(id)
                    .filter(video -> video.life() instanceof Life.Ended)
                    .ifPresent(video -> closeBeginning(update, video));
        }
    }

    /**
     * Whoever has not heard of the beginning yet hears of it as of something that is over: once, and not after six
     * hours. Programs that keep lists of what is on air do not hear of it at all.
     */
    private void closeBeginning(Saying end, AnnouncedVideo video) {
        var now = clock.instant();
        var until = Freshness.beginningExpiresAt(video.startedAt());
        store.dropAnnouncements(end, ActorId.NODE, now);
        // It says that somebody is live.
        store.dropNote(video.id(), now);
        var unaware = store.limitBeginning(end, until, now);
        store.replaceFor(end, unaware, now);
        sayings.of(Verb.CREATE, video.id())
                .forEach(create -> words.of(create).ifPresent(document -> sayings.reword(create.id(), document)));
    }
}
