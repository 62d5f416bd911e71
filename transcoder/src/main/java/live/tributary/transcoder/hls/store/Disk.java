// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The border to the operating system, where a test lets a disk be full or slow. */
interface Disk {

    /** An open file. */
    interface Output extends AutoCloseable {

        /** Writes all of {@code bytes} from {@code position} on. */
        void write(ByteBuffer bytes, long position) throws IOException;

        /** Returns when all of it is on the disk itself. */
        void force() throws IOException;

        @Override
        void close() throws IOException;
    }

    /** Opens for writing, and creates what does not exist, for its owner alone. */
    Output open(Path file) throws IOException;

    /** Room that is left. */
    long usableBytes(Path folder) throws IOException;

    /** The real one. */
    static Disk real() {
        return new Disk() {
            @Override
            public Output open(Path file) throws IOException {
                return new FileOutput(FileChannel.open(
                        file,
                        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))));
            }

            @Override
            public long usableBytes(Path folder) throws IOException {
                return Files.getFileStore(folder).getUsableSpace();
            }
        };
    }

    /** A file whose bytes go to the page cache: they outlive this process, and are not forced to the disk. */
    record FileOutput(FileChannel channel) implements Output {

        @Override
        public void write(ByteBuffer bytes, long position) throws IOException {
            var at = position;
            while (bytes.hasRemaining()) {
                at += channel.write(bytes, at);
            }
        }

        @Override
        public void force() throws IOException {
            channel.force(false);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
