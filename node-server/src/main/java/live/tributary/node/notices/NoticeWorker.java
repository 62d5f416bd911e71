// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.notices;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.federation.http.Origins;
import live.tributary.federation.vocab.ActorLink;
import live.tributary.node.directory.LiveBoard;
import live.tributary.node.directory.TeamRead;
import live.tributary.node.lookout.Lookout;
import live.tributary.node.notices.StartStore.Due;
import live.tributary.node.notices.StartStore.Start;

/** Notes what teams announce, when their documents are read and once a day; and who comes when they said so. */
final class NoticeWorker extends Lookout {

    private static final Logger log = LoggerFactory.getLogger(NoticeWorker.class);

    /** Between two reads of a team's dates, if nothing is said to have changed. */
    static final Duration BETWEEN_LOOKS = Duration.ofDays(1);

    private static final Duration AFTER_TROUBLE = Duration.ofMinutes(10);

    /** How often it is noted who came. */
    private static final Duration BETWEEN_ROLL_CALLS = Duration.ofSeconds(30);

    private static final int MOST_AT_ONCE = 8;

    private final StartStore starts;
    private final SeatStore seats;
    private final NoticeBook book;
    private final Absentees absentees;
    private final DatesLook look;
    private final LiveBoard board;
    private final TransactionOperations transactions;
    private final InstantSource clock;
    private final AtomicInteger underWay = new AtomicInteger();

    /** Of the looking thread only. */
    private Instant nextRollCall = Instant.EPOCH;

    /** Of the looking thread only. */
    private Instant nextCleaning = Instant.EPOCH;

    NoticeWorker(
            StartStore starts,
            SeatStore seats,
            NoticeBook book,
            Absentees absentees,
            DatesLook look,
            LiveBoard board,
            TransactionOperations transactions,
            InstantSource clock) {
        super("notices");
        this.starts = starts;
        this.seats = seats;
        this.book = book;
        this.absentees = absentees;
        this.look = look;
        this.board = board;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Seats stand in the document itself; of dates it says where they are. In the transaction in which the team is listed. */
    @EventListener
    void on(TeamRead read) {
        var team = read.team();
        seats.replace(team.id(), team.listing().seats());
        team.link(ActorLink.EVENTS)
                .filter(events -> Origins.same(events, team.id()))
                .ifPresentOrElse(
                        events -> starts.due(team.id(), events, clock.instant()),
                        () -> starts.forget(team.id(), clock.instant()));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void afterwards(@SuppressWarnings("unused") TeamRead read) {
        book.forget();
        wake();
    }

    @Override
    protected void look() {
        var now = clock.instant();
        starts.claim(now, BETWEEN_LOOKS, MOST_AT_ONCE - underWay.get()).forEach(this::begin);
        if (!now.isBefore(nextRollCall)) {
            nextRollCall = now.plus(BETWEEN_ROLL_CALLS);
            callTheRoll(now);
        }
        if (!now.isBefore(nextCleaning)) {
            nextCleaning = now.plus(1, ChronoUnit.HOURS);
            starts.clean(now.minus(Attendance.LEEWAY), Attendance.LAST);
            seats.forgetExpired(now);
        }
    }

    private void callTheRoll(Instant now) {
        if (board.isComplete()) {
            var live = board.live().stream().map(group -> group.group().id()).toList();
            starts.seen(live, now, Attendance.LEEWAY);
        }
        var over = now.minus(Attendance.LEEWAY);
        absentees.are(starts.absentees(over, Attendance.LAST, Attendance.MOST_MISSED));
    }

    private void begin(Due due) {
        underWay.incrementAndGet();
        begin(() -> {
            try {
                read(due);
            } catch (RuntimeException trouble) {
                log.warn("dates of {} are read later", due.team(), trouble);
                starts.lookAt(due.team(), clock.instant().plus(AFTER_TROUBLE));
            } finally {
                underWay.decrementAndGet();
                wake();
            }
        });
    }

    private void read(Due due) {
        var now = clock.instant();
        look.look(due, now)
                .ifPresentOrElse(
                        found -> replace(due.team(), found, now),
                        () -> starts.lookAt(due.team(), now.plus(AFTER_TROUBLE)));
    }

    private void replace(URI team, List<Start> found, Instant now) {
        transactions.executeWithoutResult(_ -> {
            // Who withdrew meanwhile has no rows, and gets none.
            if (starts.lookAt(team, now.plus(BETWEEN_LOOKS))) {
                starts.replace(team, found, now);
            }
        });
        book.forget();
    }
}
