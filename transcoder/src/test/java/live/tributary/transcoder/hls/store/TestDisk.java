// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** A real disk that can be made full, or not answer. */
final class TestDisk implements Disk {

    final AtomicLong room = new AtomicLong(Long.MAX_VALUE);
    final AtomicLong usable = new AtomicLong(Long.MAX_VALUE);
    private final Disk disk = Disk.real();
    private volatile CountDownLatch answers = new CountDownLatch(0);

    /** From now on nothing is written until the latch is open. */
    CountDownLatch hang() {
        answers = new CountDownLatch(1);
        return answers;
    }

    @Override
    public Output open(Path file) throws IOException {
        var output = disk.open(file);
        return new Output() {
            @Override
            public void write(ByteBuffer bytes, long position) throws IOException {
                awaitAnswer();
                var wanted = bytes.remaining();
                if (room.addAndGet(-wanted) < 0) {
                    room.addAndGet(wanted);
                    // As a real one: what fits is written.
                    output.write(bytes.slice(0, Math.min(wanted, 3)), position);
                    throw new IOException("No space left on device");
                }
                output.write(bytes, position);
            }

            @Override
            public void close() throws IOException {
                output.close();
            }
        };
    }

    private void awaitAnswer() throws IOException {
        try {
            answers.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public long usableBytes(Path folder) {
        return usable.get();
    }
}
