// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import live.tributary.fixtures.process.Waiting;
import live.tributary.node.fairturn.Hash;
import live.tributary.node.fairturn.Minute;
import live.tributary.node.fairturn.Snapshot;
import live.tributary.node.recount.SignedDocument;
import live.tributary.node.recount.SnapshotJson;

import static org.assertj.core.api.Assertions.assertThat;

final class ShelfTest {

    private static final Instant START = Instant.parse("2026-11-22T19:04:00Z");

    private final AtomicInteger reads = new AtomicInteger();

    @Test
    void whatWasAskedForLastIsNotReadAgain() {
        var shelf = new Shelf(this::stored);
        for (int i = 0; i <= Shelf.MOST_KEPT; i++) {
            assertThat(shelf.find(minute(i)).orElseThrow().snapshot().minute()).isEqualTo(minute(i));
        }
        shelf.find(minute(Shelf.MOST_KEPT));
        assertThat(reads).hasValue(Shelf.MOST_KEPT + 1);
        shelf.find(minute(0));
        assertThat(reads).as("the first gave its place to the last").hasValue(Shelf.MOST_KEPT + 2);
    }

    @Test
    void fewAreReadAtOnce() throws InterruptedException {
        var leave = new CountDownLatch(1);
        var shelf = new Shelf(minute -> {
            var document = stored(minute);
            awaits(leave);
            return document;
        });
        var readers = IntStream.range(0, Shelf.MOST_AT_ONCE + 2)
                .mapToObj(i -> Thread.ofPlatform().start(() -> shelf.find(minute(i))))
                .toList();
        Waiting.until(
                "all to wait",
                Duration.ofSeconds(10),
                () -> readers.stream().allMatch(reader -> reader.getState() == Thread.State.WAITING));
        assertThat(reads).hasValue(Shelf.MOST_AT_ONCE);
        leave.countDown();
        for (var reader : readers) {
            reader.join();
        }
        assertThat(reads).hasValue(Shelf.MOST_AT_ONCE + 2);
    }

    @Test
    void whatIsNotKeptIsNotThere() {
        assertThat(new Shelf(_ -> Optional.empty()).find(minute(0))).isEmpty();
    }

    private Optional<SignedDocument> stored(Minute minute) {
        reads.incrementAndGet();
        var snapshot = new Snapshot(minute, Hash.NONE, Hash.NONE, Hash.NONE, Map.of(), List.of());
        return Optional.of(new SignedDocument("0".repeat(64), "0".repeat(128), SnapshotJson.write(snapshot)));
    }

    private static void awaits(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Minute minute(int number) {
        return new Minute(START.plus(Duration.ofMinutes(number)));
    }
}
