// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.stream.ChunkedInput;
import org.jspecify.annotations.Nullable;

import live.tributary.transcoder.hls.FileRange;

/**
 * A stored body, read piece by piece as its connection takes it: a viewer who takes long holds some chunks in memory, and
 * never the body. Files are opened with the first piece of them. Confined to the connection's event loop.
 */
final class StoredChunks implements ChunkedInput<ByteBuf> {

    /** Read at once. With what waits below the water mark of a connection this is all that a slow viewer holds. */
    static final int MOST_BYTES = 64 * 1024;

    private final StoredBody body;
    private final LongSupplier nanos;
    private final long began;
    private final Map<Path, FileChannel> open = new HashMap<>();
    private int range;
    private int doneOfRange;
    private int done;

    StoredChunks(StoredBody body) {
        this(body, System::nanoTime);
    }

    /** @param nanos the monotonic clock */
    StoredChunks(StoredBody body, LongSupplier nanos) {
        this.body = body;
        this.nanos = nanos;
        this.began = nanos.getAsLong();
    }

    @Override
    public boolean isEndOfInput() {
        return range == body.ranges().size();
    }

    @Override
    public @Nullable ByteBuf readChunk(ByteBufAllocator allocator) throws IOException {
        var bytes = Math.min(MOST_BYTES, body.length() - done);
        if (bytes == 0) {
            return null;
        }
        if (nanos.getAsLong() - began > SlowReaderGuard.LONGEST_ANSWER.toNanos()) {
            // Each chunk is a message of its own to the guard, which looks for those who take nothing.
            throw new IOException("not taken within " + SlowReaderGuard.LONGEST_ANSWER);
        }
        var chunk = allocator.directBuffer(bytes, bytes);
        try {
            while (chunk.isWritable()) {
                read(chunk);
            }
            return chunk;
        } catch (IOException gone) {
            chunk.release();
            throw gone;
        }
    }

    private void read(ByteBuf into) throws IOException {
        var from = body.ranges().get(range);
        var wanted = Math.min(into.writableBytes(), from.length() - doneOfRange);
        var read = wanted == 0 ? 0 : into.writeBytes(file(from), (long) from.position() + doneOfRange, wanted);
        if (read < 0) {
            throw new IOException("shorter than the window tells");
        }
        done += read;
        doneOfRange += read;
        if (doneOfRange == from.length()) {
            doneOfRange = 0;
            range++;
        }
    }

    private FileChannel file(FileRange of) throws IOException {
        var known = open.get(of.file());
        if (known != null) {
            return known;
        }
        var file = FileChannel.open(of.file());
        open.put(of.file(), file);
        return file;
    }

    @Override
    public long length() {
        return body.length();
    }

    @Override
    public long progress() {
        return done;
    }

    @Override
    public void close() throws IOException {
        for (var file : open.values()) {
            file.close();
        }
        open.clear();
    }

    @Override
    @SuppressWarnings("deprecation") // the interface asks for it still
    public @Nullable ByteBuf readChunk(ChannelHandlerContext context) throws IOException {
        return readChunk(context.alloc());
    }
}
