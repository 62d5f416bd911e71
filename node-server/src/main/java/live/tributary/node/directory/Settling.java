// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.federation.http.Origins;
import live.tributary.federation.vocab.ActorLink;
import live.tributary.federation.vocab.RemoteActor;
import live.tributary.node.fairturn.Gid;
import live.tributary.node.following.Followings;
import live.tributary.node.following.Wisher;
import live.tributary.node.inbox.People;
import live.tributary.node.inbox.StrangersText;
import live.tributary.node.kernel.Actor;

/** Lists a team or does not, as its own document says; follows it as long as it is listed, and answers if it asked. */
final class Settling {

    private static final Logger log = LoggerFactory.getLogger(Settling.class);

    private static final Wisher DIRECTORY = new Wisher.OfDirectory();
    private static final int LONGEST_NAME = 100;

    /** Whose server does not answer stays listed for so long: nobody is live there meanwhile. */
    static final Duration BELIEVED = Duration.ofDays(7);

    /** Who wants to be listed, and cannot be asked, is waited for so long. */
    static final Duration AWAITED = Duration.ofHours(1);

    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofMinutes(5);

    private final GroupStore groups;
    private final GroupLook look;
    private final InviteAnswers answers;
    private final Followings followings;
    private final People people;
    private final DirectoryProperties properties;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Settling(
            GroupStore groups,
            GroupLook look,
            InviteAnswers answers,
            Followings followings,
            People people,
            DirectoryProperties properties,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.groups = groups;
        this.look = look;
        this.answers = answers;
        this.followings = followings;
        this.people = people;
        this.properties = properties;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** Asks at the team's own address. No transaction may be open. */
    Consent settle(URI id) {
        var said = look.look(id);
        return transactions.execute(_ -> groups.lock(id)
                .map(entry -> settle(id, entry, alone(id, withRoom(entry, said))))
                .orElse(said));
    }

    /** Whoever is listed, or wants to be, is not any more. Takes part in the caller's transaction. */
    void withdraw(URI id) {
        if (groups.remove(id)) {
            followings.unfollow(Actor.SYSTEM, DIRECTORY, id);
            events.publishEvent(new ListChanged());
            log.info("team not listed any more team={}", id);
        }
    }

    private Consent withRoom(GroupStore.Entry entry, Consent said) {
        if (entry.listed() || entry.admitted()) {
            return said;
        }
        if (!properties.takesInvites()) {
            return new Consent.Withheld(Consent.Why.CLOSED);
        }
        return groups.count() >= properties.most() ? new Consent.Withheld(Consent.Why.FULL) : said;
    }

    private Consent alone(URI id, Consent said) {
        return said instanceof Consent.Given && groups.isTaken(Gid.of(id), id)
                ? new Consent.Withheld(Consent.Why.TWIN)
                : said;
    }

    private Consent settle(URI id, GroupStore.Entry entry, Consent consent) {
        switch (consent) {
            case Consent.Given(var actor) -> list(entry, actor);
            case Consent.Withheld(var why) -> refuse(id, entry, why);
            case Consent.NotNow() -> later(id, entry);
        }
        return consent;
    }

    private void list(GroupStore.Entry entry, RemoteActor actor) {
        var now = clock.instant();
        groups.list(group(entry, actor), now, now.plus(properties.lookEvery()));
        followings.follow(Actor.SYSTEM, DIRECTORY, actor);
        if (!entry.invite().isEmpty()) {
            answers.accept(actor.id(), actor.inbox(), entry.invite());
            groups.answered(actor.id());
        }
        if (!entry.listed()) {
            log.info("team listed team={}", actor.id());
        }
        events.publishEvent(new ListChanged());
    }

    private void refuse(URI id, GroupStore.Entry entry, Consent.Why why) {
        withdraw(id);
        if (!entry.invite().isEmpty()) {
            people.inboxOf(id).ifPresent(inbox -> answers.reject(id, inbox, entry.invite(), why));
        }
    }

    private void later(URI id, GroupStore.Entry entry) {
        var now = clock.instant();
        var patience = entry.listed() ? BELIEVED : AWAITED;
        if (entry.checkedAt().plus(patience).isBefore(now)) {
            withdraw(id);
        } else {
            groups.lookAt(id, now.plus(BEFORE_ANOTHER_TRY));
        }
    }

    /** Nobody is sent to a third server by a team. */
    private ListedGroup group(GroupStore.Entry entry, RemoteActor actor) {
        var listing = actor.listing();
        var page = actor.link(ActorLink.PAGE)
                .filter(address -> Origins.same(address, actor.id()))
                .orElse(actor.id());
        return new ListedGroup(
                actor.id(),
                GroupLook.host(actor.id()).orElse(""),
                StrangersText.line(actor.displayName(), LONGEST_NAME),
                page,
                listing.languages(),
                listing.tags(),
                listing.labels(),
                listing.promise(),
                actor.indexable(),
                entry.admitted(),
                clock.instant());
    }
}
