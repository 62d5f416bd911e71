// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import live.tributary.node.following.LiveElsewhere;
import live.tributary.node.following.Sight;
import live.tributary.node.probes.Probing;

/**
 * Which of the listed teams are on air. In memory: after a start it is looked again. Written by the probes, read by any thread.
 */
public final class LiveBoard {

    /** So many broadcasts of one team are looked at. */
    static final int MOST_OF_ONE = LiveElsewhere.MOST_FOR_DIRECTORY;

    private static final Comparator<LiveGroup> LONGEST_FIRST = Comparator.comparing(LiveGroup::since)
            .thenComparing(live -> live.video().toString());

    /** By the address of the Video: at most {@link #MOST_OF_ONE} for each team that is listed. */
    private final Map<URI, Watch> watches = new ConcurrentHashMap<>();

    /** Rises after somebody may be live, or no more, or something else is to be seen of them. */
    private final AtomicLong edition = new AtomicLong();

    private volatile @Nullable LiveNow known;

    /** Whoever else asks meanwhile waits for the same answer. */
    private final ReentrantLock working = new ReentrantLock();

    /** Whether it is known since the start what is to be looked at. */
    private volatile boolean lookedAround;

    /** Broadcasts that were on air at the start, and that nobody has looked at yet. */
    private final Set<URI> awaited = ConcurrentHashMap.newKeySet();

    private final Directory directory;
    private final Pace pace;
    private final InstantSource clock;

    LiveBoard(Directory directory, Pace pace, InstantSource clock) {
        this.directory = directory;
        this.pace = pace;
        this.clock = clock;
    }

    /** Those who are, in the order of their addresses: each whose last probe saw it go on, and is not too old. */
    public List<LiveGroup> live() {
        return now().live();
    }

    /** The same of one team, by the address of its actor; empty where it is not. */
    public Optional<LiveGroup> find(URI team) {
        return Optional.ofNullable(now().byTeam().get(team));
    }

    private LiveNow now() {
        return known(edition.get(), directory.listed(), clock.instant()).orElseGet(this::workOut);
    }

    private LiveNow workOut() {
        working.lock();
        try {
            // Read first: what changes meanwhile has the next one ask anew.
            long newest = edition.get();
            var listed = directory.listed();
            var now = clock.instant();
            return known(newest, listed, now).orElseGet(() -> workOut(newest, listed, now));
        } finally {
            working.unlock();
        }
    }

    private Optional<LiveNow> known(long newest, Map<URI, ListedGroup> listed, Instant now) {
        return Optional.ofNullable(known).filter(last -> last.holds(newest, listed, now));
    }

    private LiveNow workOut(long newest, Map<URI, ListedGroup> listed, Instant now) {
        var oldest = now.minus(believed());
        var worked = LiveNow.of(newest, listed, now, firstToBeForgotten(oldest), live(listed, oldest));
        known = worked;
        return worked;
    }

    /** How long a look counts. */
    private Duration believed() {
        return pace.mean(watches.size()).multipliedBy(2);
    }

    private Instant firstToBeForgotten(Instant oldest) {
        return watches.values().stream()
                .flatMap(watch -> watch.seenAt().stream())
                .filter(at -> at.isAfter(oldest))
                .min(Comparator.naturalOrder())
                .map(at -> at.plus(believed()))
                .orElse(Instant.MAX);
    }

    private List<LiveGroup> live(Map<URI, ListedGroup> listed, Instant oldest) {
        var seen = watches.values().stream()
                .flatMap(watch -> seen(watch, listed, oldest).stream())
                .toList();
        return Streams.withTheirOwners(seen).stream()
                .collect(Collectors.groupingBy(live -> live.group().id()))
                .values()
                .stream()
                .map(LiveBoard::together)
                .sorted(Comparator.comparing(live -> live.group().id()))
                .toList();
    }

    /** One card for a team: of the broadcast that has been on air for longest, with the names of all. */
    private static LiveGroup together(List<LiveGroup> ofOne) {
        var sorted = ofOne.stream().sorted(LONGEST_FIRST).toList();
        return sorted.getFirst()
                .with(sorted.stream()
                        .flatMap(live -> live.onAir().stream())
                        .distinct()
                        .toList());
    }

    private static Optional<Streams.Seen> seen(Watch watch, Map<URI, ListedGroup> listed, Instant oldest) {
        return watch.verdict() instanceof Watch.Verdict.GoesOn goesOn
                        && goesOn.at().isAfter(oldest)
                        && watch.read() instanceof Watch.Read.Done(var facts, var _)
                ? Optional.ofNullable(listed.get(watch.sight().team()))
                        .map(group -> new Streams.Seen(Narrowing.of(group, watch, facts, goesOn), goesOn.media()))
                : Optional.empty();
    }

    /** What the last look at what a team says to have on air saw, for the owner: of several that went on, if one did. */
    public Sighting sighting(URI team) {
        return watches.values().stream()
                .filter(watch -> watch.sight().team().equals(team))
                .map(LiveBoard::sighting)
                .min(Comparator.comparingInt(seen -> seen instanceof Sighting.Moved ? 0 : 1))
                .orElseGet(Sighting.Nothing::new);
    }

    private static Sighting sighting(Watch watch) {
        return switch (watch.verdict()) {
            case Watch.Verdict.GoesOn goesOn -> new Sighting.Moved(goesOn.at());
            case Watch.Verdict.NotSeen(int misses, String because) -> new Sighting.Still(misses, because);
        };
    }

    /**
     * Takes what is said to be on air for what is to be looked at: what is new at once, what was said again at the next look.
     *
     * @param said of listed teams and of others
     */
    void reconcile(List<Sight> said, Instant now) {
        var listed = directory.listed();
        var ofOne = new HashMap<URI, Integer>();
        var wanted = said.stream()
                .filter(sight -> listed.containsKey(sight.team()))
                .filter(sight -> ofOne.merge(sight.team(), 1, Integer::sum) <= MOST_OF_ONE)
                .collect(Collectors.toMap(Sight::id, UnaryOperator.identity()));
        boolean hasEnded = watches.keySet().retainAll(wanted.keySet());
        int goOn = watches.size();
        wanted.values().forEach(sight -> watch(sight, now));
        await(wanted.keySet());
        if (hasEnded || watches.size() > goOn) {
            edition.incrementAndGet();
        }
    }

    private void watch(Sight sight, Instant now) {
        var watch = watches.computeIfAbsent(sight.id(), _ -> Watch.begin(sight, now));
        if (isNews(watch, sight)) {
            watches.computeIfPresent(
                    sight.id(), (_, known) -> known.heard(sight).due(sooner(known, now)));
        }
    }

    /** What is on air at the first look around is waited for, as long as it is said to be. */
    private void await(Set<URI> onAir) {
        if (lookedAround) {
            awaited.retainAll(onAir);
        } else {
            awaited.addAll(onAir);
            lookedAround = true;
        }
    }

    /**
     * Whether each broadcast that was on air at the start was looked at: before, nobody knows who is live. Once true it stays so:
     * what begins later keeps nobody waiting.
     */
    public boolean isComplete() {
        return lookedAround && awaited.isEmpty();
    }

    /** A pulse has another number, and Owncast another moment. */
    private static boolean isNews(Watch known, Sight sight) {
        return !known.sight().equals(sight);
    }

    /** A pulse is no proof of anything: it has a look come sooner, but a probe under way takes its time. */
    private static Instant sooner(Watch known, Instant now) {
        return isProbed(known) || known.dueAt().isBefore(now) ? known.dueAt() : now;
    }

    private static boolean isProbed(Watch watch) {
        return watch.read() instanceof Watch.Read.Done(var _, Probing.Waiting _);
    }

    /** What is to be looked at now, by nobody else until {@link #put}.
     *  @param mayBegin how many probes may begin; those under way go on in any case */
    List<Watch> take(Instant now, int mayBegin) {
        var due = watches.values().stream()
                .filter(watch -> !watch.underWay() && !watch.dueAt().isAfter(now))
                .sorted(Comparator.comparing(Watch::dueAt))
                .toList();
        var taken = Stream.concat(
                        due.stream().filter(LiveBoard::isProbed),
                        due.stream().filter(watch -> !isProbed(watch)).limit(mayBegin))
                .toList();
        taken.forEach(watch -> watches.computeIfPresent(watch.sight().id(), (_, known) -> known.taken()));
        return taken;
    }

    /** A look is over. What its origin said meanwhile stays, and what is not on air any more is not back by this. */
    void put(Watch looked) {
        var id = looked.sight().id();
        boolean isSeenAlready = Optional.ofNullable(watches.get(id))
                .filter(looked::looksLike)
                .filter(before -> isBelieved(before) || looked.seenAt().isEmpty())
                .isPresent();
        watches.computeIfPresent(id, (_, current) -> looked.heard(current.sight()));
        if (!looked.verdict().equals(Watch.Verdict.NotSeen.NOT_YET)) {
            awaited.remove(id);
        }
        if (!isSeenAlready) {
            edition.incrementAndGet();
        }
    }

    /** With a second to spare: whoever asked a moment ago may have left it out. */
    private boolean isBelieved(Watch watch) {
        var oldest = clock.instant().minus(believed()).plusSeconds(1);
        return watch.seenAt().filter(at -> at.isAfter(oldest)).isPresent();
    }

    /** How many broadcasts are looked at. */
    int size() {
        return watches.size();
    }

    /** How often each is, on average. */
    Duration mean() {
        return pace.mean(size());
    }
}
