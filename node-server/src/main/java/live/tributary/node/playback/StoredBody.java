// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.DefaultFileRegion;

import live.tributary.transcoder.hls.FileRange;

/** A body that lies in files, one range after the other. */
record StoredBody(List<FileRange> ranges) {

    int length() {
        return ranges.stream().mapToInt(FileRange::length).sum();
    }

    /** Whether all of it is still there; what an old segment was made of may go at any moment. */
    boolean exists() {
        var sizes = new HashMap<Path, Long>();
        return ranges.stream()
                .allMatch(range -> sizes.computeIfAbsent(range.file(), StoredBody::size)
                        >= (long) range.position() + range.length());
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException _) {
            return -1;
        }
    }

    StoredBody slice(ByteRange wanted) {
        var slices = new ArrayList<FileRange>();
        var start = 0;
        for (var range : ranges) {
            var from = Math.max(wanted.first(), start);
            var to = Math.min(wanted.first() + wanted.length(), start + range.length());
            if (from < to) {
                slices.add(new FileRange(range.file(), range.position() + from - start, to - from));
            }
            start += range.length();
        }
        return new StoredBody(slices);
    }

    boolean isOnePiece() {
        return ranges.size() == 1;
    }

    /** The only piece, for the kernel to send by itself; the file is opened when its turn comes. */
    DefaultFileRegion region() {
        var range = ranges.getFirst();
        return new DefaultFileRegion(range.file().toFile(), range.position(), range.length());
    }

    /** For a body of several pieces, and for a connection that changes bytes on their way, as TLS and HTTP/2 do. */
    ByteBuf read(ByteBufAllocator allocator) throws IOException {
        var buffer = allocator.directBuffer(length(), length());
        var open = new HashMap<Path, FileChannel>();
        try {
            for (var range : ranges) {
                read(range, open, buffer);
            }
            return buffer;
        } catch (IOException gone) {
            buffer.release();
            throw gone;
        } finally {
            for (var file : open.values()) {
                file.close();
            }
        }
    }

    private static void read(FileRange range, Map<Path, FileChannel> open, ByteBuf into) throws IOException {
        var file = open.get(range.file());
        if (file == null) {
            file = FileChannel.open(range.file());
            open.put(range.file(), file);
        }
        for (int done = 0; done < range.length(); ) {
            var read = into.writeBytes(file, (long) range.position() + done, range.length() - done);
            if (read < 0) {
                throw new IOException("shorter than the window tells");
            }
            done += read;
        }
    }
}
