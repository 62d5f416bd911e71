// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

import live.tributary.transcoder.hls.SegmentFile;

/** The folder of one window: its journal and its segment files, for the node's own user alone. */
record WindowFolder(Path path) {

    static final String JOURNAL = "journal";
    static final String NEW_JOURNAL = "journal.new";

    /** Makes the folder, and those above it. */
    void create() throws IOException {
        Files.createDirectories(
                path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    Path journal() {
        return path.resolve(JOURNAL);
    }

    Path newJournal() {
        return path.resolve(NEW_JOURNAL);
    }

    Path file(SegmentFile file) {
        return path.resolve(file.name());
    }

    boolean hasJournal() {
        return Files.isRegularFile(journal());
    }

    /** Names of everything in it; empty where it does not exist. */
    List<String> names() throws IOException {
        var names = new ArrayList<String>();
        try (var files = Files.newDirectoryStream(path)) {
            files.forEach(file -> names.add(file.getFileName().toString()));
        } catch (NoSuchFileException _) {
            return List.of();
        }
        return names;
    }

    /** Deletes it and all that is in it. */
    void delete() throws IOException {
        delete(path);
    }

    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (var walk = Files.walk(tree)) {
            for (var file : walk.toList().reversed()) {
                Files.deleteIfExists(file);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
