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
import live.tributary.node.removals.Removal;
import live.tributary.node.removals.Removals;

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
    private final Removals removals;
    private final RemovalNotices notices;
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
            Removals removals,
            RemovalNotices notices,
            Followings followings,
            People people,
            DirectoryProperties properties,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.groups = groups;
        this.look = look;
        this.answers = answers;
        this.removals = removals;
        this.notices = notices;
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
                .map(entry -> settle(id, entry, allowed(id, entry, said)))
                .orElse(said));
    }

    /** Whoever is listed, or wants to be, is not any more. Takes part in the caller's transaction. */
    void withdraw(URI id) {
        if (groups.remove(id)) {
            followings.unfollow(Actor.SYSTEM, DIRECTORY, id);
            events.publishEvent(new ListChanged());
            events.publishEvent(new TeamGone(id));
            log.info("team not listed any more team={}", id);
        }
    }

    /** Who was taken off by the rules is told so, whatever its document says. */
    private Consent allowed(URI id, GroupStore.Entry entry, Consent said) {
        return removals.barring(id)
                .<Consent>map(Consent.Barred::new)
                .orElseGet(() -> alone(id, withRoom(id, entry, said)));
    }

    private Consent withRoom(URI id, GroupStore.Entry entry, Consent said) {
        if (entry.listed() || entry.admitted()) {
            return said;
        }
        // Teams of this node do not ask: whoever runs it has let them in before.
        if (!properties.takesInvites() && !look.isOurs(id)) {
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
            case Consent.Barred(var removal) -> bar(id, entry, removal);
            case Consent.NotNow() -> later(id, entry);
        }
        return consent;
    }

    private void list(GroupStore.Entry entry, RemoteActor actor) {
        var now = clock.instant();
        groups.list(group(entry, actor), now, now.plus(properties.lookEvery()));
        if (!look.isOurs(actor.id())) {
            followings.follow(Actor.SYSTEM, DIRECTORY, actor);
        }
        if (entry.answerDue()) {
            answers.accept(actor.id(), actor.inbox(), entry.invite());
            groups.answered(actor.id());
        }
        if (!entry.listed()) {
            log.info("team listed team={}", actor.id());
        }
        events.publishEvent(new ListChanged());
        events.publishEvent(new TeamRead(actor));
    }

    /** Also who asked long ago hears it: else its people would go on believing that they are listed. */
    private void refuse(URI id, GroupStore.Entry entry, Consent.Why why) {
        if (entry.listed()) {
            withdraw(id);
        } else {
            groups.remove(id);
        }
        if (!entry.invite().isEmpty()) {
            people.inboxOf(id).ifPresent(inbox -> answers.reject(id, inbox, entry.invite(), why));
        }
    }

    /** It is taken off by the rules, or was and asks again. Takes part in the caller's transaction. */
    void bar(URI id, GroupStore.Entry entry, Removal removal) {
        withdraw(id);
        notices.tell(removal, entry.invite());
    }

    private void later(URI id, GroupStore.Entry entry) {
        var now = clock.instant();
        var patience = entry.listed() ? BELIEVED : AWAITED;
        if (entry.checkedAt().plus(patience).isBefore(now)) {
            refuse(id, entry, Consent.Why.SILENT);
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
