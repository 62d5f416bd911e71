// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.database;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs one of PostgreSQL's programs to its end. */
final class ServerCommand {

    private final ServerUser user;
    private final Path workingDirectory;

    /** @param workingDirectory one that the user can enter */
    ServerCommand(ServerUser user, Path workingDirectory) {
        this.user = user;
        this.workingDirectory = workingDirectory;
    }

    /** @throws DatabaseException with the program's own words where it fails or takes longer */
    void run(Duration patience, List<String> command) {
        var program = Path.of(command.getFirst()).getFileName();
        try {
            // A file and not a pipe: nobody has to read beside the waiting, and nobody inherits an end of it.
            var output = Files.createTempFile("tributary-" + program, ".out");
            try {
                run(patience, command, output);
            } finally {
                Files.delete(output);
            }
        } catch (IOException failure) {
            throw new DatabaseException("%s cannot be run: %s".formatted(program, failure.getMessage()), failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new DatabaseException("%s was interrupted".formatted(program), stopping);
        }
    }

    private void run(Duration patience, List<String> command, Path output) throws IOException, InterruptedException {
        var process = new ProcessBuilder(user.commandLine(command))
                .directory(workingDirectory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .redirectInput(new File("/dev/null"))
                .start();
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            throw new DatabaseException(
                    "%s did not end within %s: %s".formatted(command.getFirst(), patience, Files.readString(output)));
        }
        if (process.exitValue() != 0) {
            throw new DatabaseException("%s failed: %s".formatted(command.getFirst(), Files.readString(output)));
        }
    }
}
