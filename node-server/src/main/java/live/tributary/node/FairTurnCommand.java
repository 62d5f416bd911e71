// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

import live.tributary.node.fairturn.DayKey;
import live.tributary.node.fairturn.Nonce;
import live.tributary.node.fairturn.Snapshot;
import live.tributary.node.recount.PublishedKey;
import live.tributary.node.recount.Recount;
import live.tributary.node.recount.SignedDocument;
import live.tributary.node.recount.SnapshotJson;
import live.tributary.node.recount.UnreadableException;

/** Draws a page of a directory again, from what the directory publishes: for anybody who has a receipt, or a doubt. Needs no
 *  node, no database and no settings. */
final class FairTurnCommand {

    static final String NAME = "fairturn";

    private static final String USAGE = """
        ./tributary fairturn verify SNAPSHOT NONCE PAGE [KEY]
          SNAPSHOT  a file, or https://…/directory/snapshots/MINUTE
          NONCE     32 hexadecimal digits, as they stand in a receipt
          PAGE      a receipt, or a page of the directory's JSON: a file or an address
          KEY       the key of the snapshot's day: 64 hexadecimal digits, a file or an address;
                    where the snapshot has an address, it is looked for beside it\
        """;

    /** A snapshot of ten thousand live groups has three million bytes. */
    private static final int MOST_BYTES = 64 << 20;

    private static final int PATIENCE_MILLIS = 30_000;

    private FairTurnCommand() {}

    /** Writes a sentence.
     *  @return the exit code: 0 where the page agrees, 1 where it does not, 2 where that cannot be said */
    static int run(String[] arguments, PrintStream out, PrintStream complaints) {
        if (arguments.length < 4 || arguments.length > 5 || !arguments[0].equals("verify")) {
            complaints.println(USAGE);
            return 2;
        }
        try {
            return verify(arguments, out);
        } catch (UnreadableException | IOException unreadable) {
            complaints.println(unreadable.getMessage());
            return 2;
        }
    }

    private static int verify(String[] arguments, PrintStream out) throws IOException {
        var document = SignedDocument.read(read(arguments[1]));
        var snapshot = SnapshotJson.read(document.content());
        out.printf("Snapshot of %s, signed with the key %s%n", snapshot.minute(), document.key());
        var nonce =
                Nonce.parse(arguments[2]).orElseThrow(() -> new IOException("The nonce has 32 hexadecimal digits."));
        var key = key(arguments.length > 4 ? arguments[4] : keyBeside(arguments[1], snapshot));
        var recount = Recount.of(snapshot, key, nonce, read(arguments[3]));
        out.println(recount.sentence());
        return switch (recount) {
            case Recount.Agrees _ -> 0;
            case Recount.Differs _ -> 1;
        };
    }

    private static DayKey key(String source) throws IOException {
        var typed = DayKey.parse(source);
        return typed.isPresent() ? typed.get() : PublishedKey.read(read(source)).key();
    }

    /** Snapshots are at {@code …/snapshots/MINUTE}, keys at {@code …/keys/DAY}. */
    private static String keyBeside(String snapshot, Snapshot read) throws IOException {
        if (!isAddress(snapshot)) {
            throw new IOException(
                    "Name the key of %s too.".formatted(read.minute().day()));
        }
        return URI.create(snapshot).resolve("../keys/" + read.minute().day()).toString();
    }

    private static byte[] read(String source) throws IOException {
        try (var bytes = open(source)) {
            byte[] read = bytes.readNBytes(MOST_BYTES + 1);
            if (read.length > MOST_BYTES) {
                throw new IOException("More than %d MB: %s".formatted(MOST_BYTES >> 20, source));
            }
            return read;
        } catch (IOException failure) {
            throw new IOException("Cannot read %s: %s".formatted(source, failure.getMessage()), failure);
        }
    }

    private static InputStream open(String source) throws IOException {
        if (!isAddress(source)) {
            return Files.newInputStream(Path.of(source));
        }
        var connection = URI.create(source).toURL().openConnection();
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        return connection.getInputStream();
    }

    private static boolean isAddress(String source) {
        return source.startsWith("https://") || source.startsWith("http://");
    }
}
