// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import live.tributary.node.following.LiveElsewhere;
import live.tributary.node.lookout.Lookout;
import live.tributary.node.probes.Prober;
import live.tributary.node.probes.Probing;

/** Looks whether what is said to be on air goes on, on a thread for each look. */
final class ProbeWorker extends Lookout {

    private static final Logger log = LoggerFactory.getLogger(ProbeWorker.class);

    /** A title may change, and a label, without anybody hearing of it. */
    private static final Duration BETWEEN_READS = Duration.ofMinutes(10);

    /** Nobody makes up for looks that were not taken for longer. */
    private static final Duration LONGEST_GAP = Duration.ofSeconds(2);

    private final LiveElsewhere elsewhere;
    private final OwnTeams ownTeams;
    private final Directory directory;
    private final LiveBoard board;
    private final LiveNews news;
    private final BroadcastLook broadcasts;
    private final Prober prober;
    private final Reruns reruns;
    private final Pace pace;
    private final InstantSource clock;

    /** By {@link System#nanoTime}; of the looking thread only. */
    private long lastLook = System.nanoTime();

    ProbeWorker(
            LiveElsewhere elsewhere,
            OwnTeams ownTeams,
            Directory directory,
            LiveBoard board,
            LiveNews news,
            BroadcastLook broadcasts,
            Prober prober,
            Reruns reruns,
            Pace pace,
            InstantSource clock) {
        super("probes");
        this.elsewhere = elsewhere;
        this.ownTeams = ownTeams;
        this.directory = directory;
        this.board = board;
        this.news = news;
        this.broadcasts = broadcasts;
        this.prober = prober;
        this.reruns = reruns;
        this.pace = pace;
        this.clock = clock;
    }

    @Override
    protected void look() {
        var now = clock.instant();
        var said = Stream.concat(elsewhere.forDirectory().stream(), ownTeams.onAir(directory).stream());
        board.reconcile(said.toList(), now);
        board.take(now, pace.startsAllowedIn(sinceLastLook())).forEach(this::begin);
        news.tell();
    }

    private Duration sinceLastLook() {
        long now = System.nanoTime();
        var since = Duration.ofNanos(now - lastLook);
        lastLook = now;
        return since.compareTo(LONGEST_GAP) > 0 ? LONGEST_GAP : since;
    }

    private void begin(Watch watch) {
        begin(() -> {
            var looked = missed(watch, "The look broke off.");
            try {
                looked = look(watch);
            } catch (RuntimeException trouble) {
                log.warn("{} is probed later", watch.sight().id(), trouble);
            } finally {
                board.put(looked);
            }
            sample(watch, looked);
        });
    }

    /** One look in so many that saw it go on. What was seen is known by now: no slow server puts it off. */
    private void sample(Watch before, Watch looked) {
        if (looked.verdict() instanceof Watch.Verdict.GoesOn(var _, var media, var _)
                && !looked.verdict().equals(before.verdict())
                && !broadcasts.isOurs(looked.sight())
                && pace.isSampled()) {
            try {
                reruns.look(looked.sight().team(), media);
            } catch (RuntimeException trouble) {
                log.warn("no sample of {}", looked.sight().id(), trouble);
            }
        }
    }

    private Watch look(Watch watch) {
        return broadcasts.isOurs(watch.sight()) ? own(watch) : lookElsewhere(watch);
    }

    /** What is on air here is known from the stream itself, and is not said to be on air a moment longer. */
    private Watch own(Watch watch) {
        var now = clock.instant();
        return broadcasts
                .look(watch.sight(), now)
                .map(facts -> watch.looked(
                        begun(facts),
                        new Watch.Verdict.GoesOn(now, facts.playlist(), Set.of()),
                        now.plus(pace.pause(board.size()))))
                .orElseGet(() -> missed(watch, "It is not on air here."));
    }

    private Watch lookElsewhere(Watch watch) {
        return switch (watch.read()) {
            case Watch.Read.NotYet() -> readAndProbe(watch);
            case Watch.Read.Done(var facts, Probing.Begun _) when isOld(facts) -> readAndProbe(watch);
            case Watch.Read.Done(var facts, var probing) -> probe(watch, facts, probing);
        };
    }

    private boolean isOld(BroadcastFacts facts) {
        return facts.readAt().plus(BETWEEN_READS).isBefore(clock.instant());
    }

    private Watch readAndProbe(Watch watch) {
        return broadcasts
                .look(watch.sight(), clock.instant())
                .map(facts -> probe(watch, facts, new Probing.Begun(facts.playlist())))
                .orElseGet(() -> missed(watch, "Its document cannot be read, or says that it is not on air."));
    }

    private Watch probe(Watch watch, BroadcastFacts facts, Probing probing) {
        var step = prober.step(probing);
        var now = clock.instant();
        return switch (step) {
            case Probing.Waiting waiting ->
                watch.looked(new Watch.Read.Done(facts, waiting), watch.verdict(), now.plus(waiting.pause()));
            case Probing.Advanced(var media, var machine) ->
                watch.looked(begun(facts), goesOn(now, media, machine), now.plus(pace.pause(board.size())));
            case Probing.Stood(var because) -> {
                log.debug("broadcast stands still video={}: {}", watch.sight().id(), because);
                yield missed(watch, begun(facts), because, now);
            }
            case Probing.Begun _ -> throw new IllegalStateException("a probe that does not begin");
        };
    }

    private static Watch.Verdict goesOn(Instant now, URI media, InetAddress machine) {
        var blocks = AddressBlock.of(machine).stream().collect(Collectors.toUnmodifiableSet());
        return new Watch.Verdict.GoesOn(now, media, blocks);
    }

    private static Watch.Read begun(BroadcastFacts facts) {
        return new Watch.Read.Done(facts, new Probing.Begun(facts.playlist()));
    }

    private Watch missed(Watch watch, String because) {
        return missed(watch, new Watch.Read.NotYet(), because, clock.instant());
    }

    private Watch missed(Watch watch, Watch.Read read, String because, Instant now) {
        int misses = watch.verdict() instanceof Watch.Verdict.NotSeen(var before, var _) ? before + 1 : 1;
        var verdict = new Watch.Verdict.NotSeen(misses, because);
        return watch.looked(read, verdict, now.plus(pace.pauseAfter(misses, board.size())));
    }
}
