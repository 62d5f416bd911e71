// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** The system user that runs PostgreSQL: the node's own, or another where the node is root, since {@code initdb}
 *  and {@code postgres} refuse root. {@code setpriv} is part of every Debian. */
sealed interface ServerUser {

    /** The user that runs the node. */
    record Same() implements ServerUser {}

    record Other(String name, int uid, int gid) implements ServerUser {}

    static ServerUser of(String nodeUser, String runAs) {
        return nodeUser.equals("root") ? find(runAs) : new Same();
    }

    private static ServerUser find(String name) {
        try (var users = Files.lines(Path.of("/etc/passwd"))) {
            return users.map(line -> line.split(":", -1))
                    .filter(fields -> fields[0].equals(name))
                    .findFirst()
                    .map(fields -> new Other(name, Integer.parseInt(fields[2]), Integer.parseInt(fields[3])))
                    .orElseThrow(() -> new DatabaseException(
                            "There is no user %s to run the database: set tributary.database.run-as.".formatted(name)));
        } catch (IOException unreadable) {
            throw new DatabaseException("Cannot read /etc/passwd to find the user of the database.", unreadable);
        }
    }

    /** The command line that runs the command as this user. */
    default List<String> commandLine(List<String> command) {
        return switch (this) {
            case Same _ -> command;
            case Other(var _, var uid, var gid) -> {
                var line =
                        new ArrayList<>(List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--"));
                line.addAll(command);
                yield line;
            }
        };
    }

    /** Makes a folder that only this user can read, or hands over the one that is there. */
    default void own(Path directory) throws IOException {
        makeBelowReachable(directory);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        giveAway(directory);
    }

    /** Another user has to get through the data directory, and what is made above it, whatever the node's umask. */
    private void makeBelowReachable(Path directory) throws IOException {
        var ours = new ArrayList<Path>();
        for (var above = directory.getParent();
                above != null && (ours.isEmpty() || !Files.exists(above));
                above = above.getParent()) {
            ours.add(above);
        }
        Files.createDirectories(directory);
        switch (this) {
            case Same _ -> {
                // What this user made, this user can reach.
            }
            case Other _ -> {
                for (var folder : ours) {
                    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
                }
            }
        }
    }

    default void giveAway(Path file) throws IOException {
        switch (this) {
            case Same _ -> {
                // It is this user's already.
            }
            case Other(var _, var uid, var gid) -> {
                Files.setAttribute(file, "unix:uid", uid);
                Files.setAttribute(file, "unix:gid", gid);
            }
        }
    }
}
