// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Writes what is let in to the database, before it is acknowledged. What comes while something is written waits for that, and
 * is then written together: one trip to the disk for all of it, and none waits for more to come. Safe for any thread that may
 * block.
 */
final class Letterbox {

    static final int MOST_AT_ONCE = 200;

    private final InboxStore store;
    private final InstantSource clock;
    private final Queue<Letter> waiting = new ConcurrentLinkedQueue<>();
    /** Who holds it writes for all who wait. */
    private final ReentrantLock writing = new ReentrantLock();

    Letterbox(InboxStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Keeps an activity for the worker; it is on the disk when this returns.
     *
     * @return false where one with its id came before
     * @throws RuntimeException where the database does not take it
     */
    boolean keep(Arrival arrival) {
        var letter = new Letter(arrival);
        waiting.add(letter);
        writing.lock();
        try {
            while (letter.result == null) {
                write(Stream.generate(waiting::poll)
                        .limit(MOST_AT_ONCE)
                        .takeWhile(next -> next != null)
                        .toList());
            }
            return letter.result.isNew();
        } finally {
            writing.unlock();
        }
    }

    private void write(List<Letter> letters) {
        try {
            settle(letters);
        } catch (DataIntegrityViolationException misfit) {
            // One of them is to blame, and the others shall not suffer for it.
            letters.forEach(this::writeAlone);
        } catch (RuntimeException trouble) {
            letters.forEach(letter -> letter.result = new Result.Failed(trouble));
        } finally {
            // Also after an Error, which is thrown at whoever writes: the others shall not wait for ever.
            letters.stream()
                    .filter(letter -> letter.result == null)
                    .forEach(letter ->
                            letter.result = new Result.Failed(new IllegalStateException("what came was not written")));
        }
    }

    private void writeAlone(Letter letter) {
        try {
            settle(List.of(letter));
        } catch (RuntimeException trouble) {
            letter.result = new Result.Failed(trouble);
        }
    }

    private void settle(List<Letter> letters) {
        var added = new HashSet<>(
                store.add(letters.stream().map(letter -> letter.arrival).toList(), clock.instant()));
        // Of two that came together with one id the first is the new one.
        letters.forEach(letter -> letter.result = new Result.Kept(added.remove(letter.arrival.id())));
    }

    /** Something that came. Its result belongs to whoever holds the lock. */
    private static final class Letter {

        private final Arrival arrival;
        private @Nullable Result result;

        Letter(Arrival arrival) {
            this.arrival = arrival;
        }
    }

    /** What came of writing it. */
    private sealed interface Result {

        boolean isNew();

        record Kept(boolean isNew) implements Result {}

        record Failed(RuntimeException trouble) implements Result {

            @Override
            public boolean isNew() {
                throw trouble;
            }
        }
    }
}
