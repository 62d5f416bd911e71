// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

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
}
