// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** A real disk that can be made full, or not answer. */
final class TestDisk implements Disk {

    final AtomicLong room = new AtomicLong(Long.MAX_VALUE);
    final List<Path> asked = new CopyOnWriteArrayList<>();
    final AtomicLong forced = new AtomicLong();
    /** Names of files, each time one was opened, and each time one was written to. */
    final List<String> opened = new CopyOnWriteArrayList<>();

    final List<String> written = new CopyOnWriteArrayList<>();
    final AtomicLong open = new AtomicLong();
    final AtomicLong usable = new AtomicLong(Long.MAX_VALUE);
    private final Disk disk = Disk.real();
    private volatile CountDownLatch answers = new CountDownLatch(0);
    private volatile CountDownLatch tellsRoom = new CountDownLatch(0);
    private volatile boolean broken;
    private volatile String refused = "";

    /** Whether the process may open no more files. */
    volatile boolean withoutHandles;

    /** From now on nothing is written until the latch is open. */
    CountDownLatch hang() {
        answers = new CountDownLatch(1);
        return answers;
    }

    /** From now on nobody learns how much room there is until the latch is open. */
    CountDownLatch hangWhenAsked() {
        tellsRoom = new CountDownLatch(1);
        return tellsRoom;
    }

    /** From now on no file of this name is opened. */
    void refuse(String name) {
        refused = name;
    }

    /** From now on writing ends in what no disk is known to do. */
    void breakDown() {
        broken = true;
    }

    @Override
    public Output open(Path file) throws IOException {
        requireHandle(file);
        var name = file.getFileName().toString();
        opened.add(name);
        if (name.equals(refused)) {
            throw new IOException("Permission denied");
        }
        var output = disk.open(file);
        open.incrementAndGet();
        return new Output() {
            @Override
            public void write(ByteBuffer bytes, long position) throws IOException {
                await(answers);
                if (broken) {
                    throw new IllegalStateException("the test broke it");
                }
                var wanted = bytes.remaining();
                if (room.addAndGet(-wanted) < 0) {
                    room.addAndGet(wanted);
                    // As a real one: what fits is written.
                    output.write(bytes.slice(0, Math.min(wanted, 3)), position);
                    throw new IOException("No space left on device");
                }
                output.write(bytes, position);
                written.add(name);
            }

            @Override
            public void force() throws IOException {
                forced.incrementAndGet();
                output.force();
            }

            @Override
            public void close() throws IOException {
                open.decrementAndGet();
                output.close();
            }
        };
    }

    private void requireHandle(Path file) throws IOException {
        if (withoutHandles) {
            throw new FileSystemException(file.toString(), null, "Too many open files");
        }
    }

    private static void await(CountDownLatch answer) throws IOException {
        try {
            answer.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public long usableBytes(Path folder) throws IOException {
        requireHandle(folder);
        asked.add(folder);
        await(tellsRoom);
        return usable.get();
    }
}
