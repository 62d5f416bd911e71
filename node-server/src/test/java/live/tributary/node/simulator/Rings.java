// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.simulator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import live.tributary.node.simulator.Stream.Voyager;

/** Groups in rings whose viewers let themselves be carried on when a stream ends: in rafts of at most 25, to a stream that has
 *  room and says yes, never back to where they were. A model of the rules by which nodes do it: draws and searches are the
 *  model's own. */
final class Rings {

    private static final int RAFT = 25;
    private static final int MOST_HOPS = 3;
    private static final int KEPT = 20;
    private static final int MOST_OFFERS = 9;
    private static final int OF_A_RING = 12;
    private static final double IN_TWO_RINGS = 0.2;
    private static final double LIVE = 0.0875;
    private static final double ENDS_EACH_MINUTE = 1.0 / 150;
    private static final double LETS_BE_CARRIED = 0.6;
    private static final double SAYS_YES = 0.4;

    private final Random random;
    private final Lane.Split split;
    private final List<Set<Integer>> ringsOf = new ArrayList<>();
    private final List<List<String>> tags = new ArrayList<>();
    private final Map<Integer, Set<Integer>> neighbours = new HashMap<>();
    private final Map<Integer, Stream> live = new HashMap<>();
    private final List<Transfer> underway = new ArrayList<>();
    private final int liveAtOnce;

    private int wanted;
    private int carried;
    private int leftTheRing;
    private int revisits;
    private int overfull;

    /** Viewers whose places are held until all who end in this minute have asked. */
    private record Transfer(List<Voyager> raft, Stream from, Stream target) {}

    Rings(int liveAtOnce, Lane.Split split) {
        this(liveAtOnce, split, 6);
    }

    Rings(int liveAtOnce, Lane.Split split, long seed) {
        random = new Random(seed);
        this.liveAtOnce = liveAtOnce;
        this.split = split;
        int groups = (int) (liveAtOnce / LIVE);
        for (int i = 0; i < groups; i++) {
            var rings = new HashSet<>(Set.of(i / OF_A_RING));
            if (random.nextDouble() < IN_TWO_RINGS) {
                rings.add(random.nextInt(groups / OF_A_RING));
            }
            ringsOf.add(rings);
            tags.add(Tags.some(1 + random.nextInt(4), random));
        }
        ringsOf.forEach(rings -> rings.forEach(
                ring -> neighbours.computeIfAbsent(ring, _ -> new HashSet<>()).addAll(rings)));
    }

    Rings run(int minutes) {
        for (int minute = 0; minute < minutes; minute++) {
            while (live.size() < liveAtOnce) {
                begin(random.nextInt(ringsOf.size()));
            }
            var ending = live.values().stream()
                    .filter(_ -> random.nextDouble() < ENDS_EACH_MINUTE)
                    .toList();
            ending.forEach(stream -> live.remove(stream.group));
            for (Stream stream : ending) {
                end(stream, minute);
            }
            travel(minute);
        }
        return this;
    }

    private void begin(int group) {
        int viewers = (int) (0.72 * Math.exp(1.4 * random.nextGaussian()));
        live.putIfAbsent(group, new Stream(group, ringsOf.get(group), tags.get(group), viewers));
    }

    private void end(Stream stream, int minute) {
        var leaving = stream.present.stream()
                .filter(voyager -> voyager.hops < MOST_HOPS && random.nextDouble() < LETS_BE_CARRIED)
                .toList();
        wanted += leaving.size();
        for (int from = 0; from < leaving.size(); from += RAFT) {
            place(leaving.subList(from, Math.min(leaving.size(), from + RAFT)), stream, minute);
        }
    }

    /** Asks for a whole raft, then for its halves, then for one after the other; the rest stays. */
    private void place(List<Voyager> raft, Stream from, int minute) {
        var candidates = candidates(raft, from, minute);
        var target = candidates.stream()
                .limit(MOST_OFFERS)
                .filter(_ -> random.nextDouble() < SAYS_YES)
                .findFirst();
        if (target.isPresent()) {
            target.get().promise(raft.size());
            underway.add(new Transfer(raft, from, target.get()));
        } else if (candidates.size() < MOST_OFFERS && raft.size() > 1) {
            place(raft.subList(0, raft.size() / 2), from, minute);
            place(raft.subList(raft.size() / 2, raft.size()), from, minute);
        }
    }

    /** In the order of the draw: the raft's lane first, then the wider ones. */
    private List<Stream> candidates(List<Voyager> raft, Stream from, int minute) {
        var lane = split.draw(random);
        var keys = new HashMap<Stream, Double>();
        live.values().stream()
                .filter(stream -> stream.group != from.group && stream.room(minute) >= raft.size())
                .filter(stream -> raft.stream().noneMatch(voyager -> voyager.visited.contains(stream.group)))
                .filter(stream -> lane(stream, from).width >= lane.width)
                .forEach(stream -> keys.put(stream, lane(stream, from).width * 1e6 + lot(stream, from)));
        return keys.keySet().stream().sorted(Comparator.comparing(keys::get)).toList();
    }

    private double lot(Stream stream, Stream from) {
        return -Math.log(random.nextDouble()) / Math.pow(8, Tags.match(from.tags, stream.tags));
    }

    private Lane lane(Stream stream, Stream from) {
        if (stream.sharesARing(from.rings)) {
            return Lane.RING;
        }
        boolean isNear =
                from.rings.stream().anyMatch(ring -> stream.sharesARing(neighbours.getOrDefault(ring, Set.of())));
        return isNear ? Lane.NEIGHBOUR : Lane.OPEN;
    }

    private void travel(int minute) {
        for (Transfer transfer : underway) {
            for (Voyager voyager : transfer.raft()) {
                revisits += voyager.visited.contains(transfer.target().group) ? 1 : 0;
                voyager.visited.addLast(transfer.from().group);
                if (voyager.visited.size() > KEPT) {
                    voyager.visited.removeFirst();
                }
                voyager.hops++;
                transfer.target().arrive(voyager, minute);
            }
            carried += transfer.raft().size();
            leftTheRing += transfer.target().sharesARing(transfer.from().rings)
                    ? 0
                    : transfer.raft().size();
            overfull += transfer.target().isOverfull() ? 1 : 0;
        }
        underway.clear();
    }

    double leaveTheRing() {
        return (double) leftTheRing / carried;
    }

    double leftBehind() {
        return 1 - (double) carried / wanted;
    }

    int revisits() {
        return revisits;
    }

    int overfull() {
        return overfull;
    }

    int carried() {
        return carried;
    }
}
