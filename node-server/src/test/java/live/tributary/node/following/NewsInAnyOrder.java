// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.following;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.vocab.ActivityReader;
import live.tributary.federation.vocab.ActivityReading.Understood;
import live.tributary.federation.vocab.ObjectReader;
import live.tributary.federation.vocab.Offer;
import live.tributary.federation.vocab.RemoteVideo;
import live.tributary.fixtures.process.Waiting;
import live.tributary.node.fixtures.FederatedNode;
import live.tributary.node.inbox.ActorSpoke;
import live.tributary.node.inbox.HeartbeatCame;
import live.tributary.node.inbox.VideoShown;

/** The news of broadcasts, each of them in another order, as the inbox hands them over. */
final class NewsInAnyOrder {

    private static final Duration BELIEVED = Duration.ofMinutes(12);

    private final FederatedNode node;
    private final Pond pond;
    private final String team;
    private final InstantSource clock;
    private final KeptStore kept;
    private final AtomicLong arrivals = new AtomicLong(1_000_000);

    NewsInAnyOrder(FederatedNode node, Pond pond, String team, InstantSource clock) {
        this.node = node;
        this.pond = pond;
        this.team = team;
        this.clock = clock;
        this.kept = new KeptStore(node.client());
    }

    /** Something that is heard. */
    private sealed interface News {

        record Spoken(ObjectNode activity) implements News {}

        record Shown(ObjectNode video) implements News {}
    }

    /**
     * What is kept in the end of broadcasts that differ in the order of their news only; each line once.
     *
     * @param end of all of them: live or ended
     */
    List<String> ends(String end) {
        var orders = permutations(List.of(0, 1, 2, 3));
        IntStream.range(0, orders.size())
                .forEach(number -> tell("%s-%d".formatted(end, number), end, orders.get(number)));
        Waiting.until("all looks", FederatedNode.PATIENCE, this::nothingIsDue);
        return kept.below(pond.at("/v/" + end));
    }

    private void tell(String id, String end, List<Integer> order) {
        var last = pond.video(id, team, end, 4, BELIEVED).put("name", "The last title");
        var video = URI.create(last.path("id").asString());
        pond.show(video, last);
        var news = List.of(
                new News.Spoken(pond.activity("Announce", team, video)),
                new News.Spoken(pond.pulse("Offer", team, video, 2, BELIEVED)),
                new News.Shown(pond.video(id, team, end, 3, BELIEVED).put("name", "The last title")),
                new News.Spoken(pond.pulse(end.equals("live") ? "Offer" : "Leave", team, video, 4, BELIEVED)));
        order.forEach(number -> hear(news.get(number)));
    }

    private void hear(News news) {
        switch (news) {
            case News.Spoken(var document) -> {
                var activity = ((Understood) ActivityReader.read(document)).activity();
                if (activity instanceof Offer offer) {
                    beat(offer);
                } else {
                    work(hearing -> hearing.on(new ActorSpoke(activity, arrivals.incrementAndGet(), clock.instant())));
                }
            }
            case News.Shown(var document) -> {
                var video = (RemoteVideo) ObjectReader.read(document).orElseThrow();
                work(hearing -> hearing.on(new VideoShown(video, clock.instant())));
            }
        }
    }

    private void work(Consumer<Hearing> work) {
        node.get(TransactionOperations.class).executeWithoutResult(_ -> work.accept(node.get(Hearing.class)));
    }

    /** Is written when this returns. */
    private void beat(Offer offer) {
        double before = node.heartbeats();
        var worker = node.get(HeartbeatWorker.class);
        worker.on(new HeartbeatCame(offer, offer.envelope().live().orElseThrow(), clock.instant()));
        worker.look();
        Waiting.until("the heartbeat", FederatedNode.PATIENCE, () -> node.heartbeats() > before);
    }

    private boolean nothingIsDue() {
        node.get(FollowingWorker.class).wake();
        // What is on air is looked at again in twelve minutes; whatever is under way, in five.
        return kept.due(clock.instant().plus(Duration.ofMinutes(6))) == 0;
    }

    private static List<List<Integer>> permutations(List<Integer> numbers) {
        if (numbers.isEmpty()) {
            return List.of(List.of());
        }
        return numbers.stream()
                .flatMap(first -> permutations(without(numbers, first)).stream()
                        .map(rest ->
                                Stream.concat(Stream.of(first), rest.stream()).toList()))
                .toList();
    }

    private static List<Integer> without(List<Integer> numbers, Integer one) {
        return numbers.stream().filter(number -> !number.equals(one)).toList();
    }
}
