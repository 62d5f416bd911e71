// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import live.tributary.node.fairturn.DayKey;
import live.tributary.node.fairturn.Minute;
import live.tributary.node.fairturn.Nonce;
import live.tributary.node.recount.Finding;
import live.tributary.node.recount.KeyPromise;
import live.tributary.node.recount.PublishedKey;
import live.tributary.node.recount.PublishedSnapshot;
import live.tributary.node.recount.Recount;
import live.tributary.node.recount.SignedDocument;
import live.tributary.node.recount.UnreadableException;

/** Draws a page of a directory again, from what the directory publishes: for anybody who has a receipt, or a doubt. Needs no
 *  node, no database and no settings. */
final class FairTurnCommand {

    static final String NAME = "fairturn";

    private static final String BEFORE = "--before";
    private static final String SIGNED_BY = "--signed-by";

    private static final String USAGE = """
        ./tributary fairturn verify SNAPSHOT NONCE PAGE [KEY] [--before SNAPSHOT] [--signed-by HEX]
          SNAPSHOT     a file, or https://…/directory/snapshots/MINUTE
          NONCE        32 hexadecimal digits, as they stand in a receipt
          PAGE         a receipt, or a page of the directory's JSON: a file or an address
          KEY          the key of the snapshot's day: 64 hexadecimal digits, a file or an address;
                       where the snapshot has an address, it is looked for beside it
          --before     any snapshot of the day before, best one that somebody kept then: it fixed the key
          --signed-by  the directory's own key, as you know it from elsewhere: 64 hexadecimal digits
        It ends with 0 where the page agrees, 1 where it does not, 2 where that cannot be said.\
        """;

    private static final int AGREES = 0;
    private static final int DIFFERS = 1;
    private static final int UNDECIDED = 2;

    private FairTurnCommand() {}

    /** Writes sentences.
     *  @return the exit code: 0 where the page agrees, 1 where it does not, 2 where that cannot be said */
    static int run(String[] arguments, PrintStream out, PrintStream complaints) {
        var plain = new ArrayList<String>();
        var options = new HashMap<String, String>();
        if (!sort(arguments, plain, options)) {
            complaints.println(USAGE);
            return UNDECIDED;
        }
        try {
            return verify(plain, options, out);
        } catch (UnreadableException | IOException unreadable) {
            complaints.println(unreadable.getMessage());
            return UNDECIDED;
        }
    }

    private static boolean sort(String[] arguments, List<String> plain, Map<String, String> options) {
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case BEFORE, SIGNED_BY -> {
                    if (i + 1 == arguments.length) {
                        return false;
                    }
                    options.put(arguments[i], arguments[++i]);
                }
                default -> plain.add(arguments[i]);
            }
        }
        return plain.size() >= 4 && plain.size() <= 5 && plain.getFirst().equals("verify");
    }

    private static int verify(List<String> plain, Map<String, String> options, PrintStream out) throws IOException {
        var published = PublishedSnapshot.read(DocumentSource.read(plain.get(1)));
        var minute = published.snapshot().minute();
        var signer = published.document().key();
        out.printf("Snapshot of %s, signed with the key %s%n", minute, signer);
        requireSigner(signer, options, out);
        var nonce =
                Nonce.parse(plain.get(2)).orElseThrow(() -> new IOException("The nonce has 32 hexadecimal digits."));
        var key = key(plain.size() > 4 ? plain.get(4) : keyBeside(plain.get(1), minute), minute);
        int promised = promise(published, options, out);
        int drawn = tell(Recount.of(published, key, nonce, DocumentSource.read(plain.get(3))), out);
        return drawn == AGREES ? promised : drawn;
    }

    private static void requireSigner(String signer, Map<String, String> options, PrintStream out) throws IOException {
        if (!options.containsKey(SIGNED_BY)) {
            out.println(
                    "Whether that is the directory's key was not looked at: compare it, or name it after --signed-by.");
            return;
        }
        var expected = SignedDocument.parseKey(options.get(SIGNED_BY))
                .orElseThrow(() -> new IOException("A directory's key has 64 hexadecimal digits in lower case."));
        if (!expected.equals(signer)) {
            throw new IOException("The snapshot is signed with another key than %s.".formatted(expected));
        }
    }

    private static int promise(PublishedSnapshot published, Map<String, String> options, PrintStream out)
            throws IOException {
        if (!options.containsKey(BEFORE)) {
            out.println(KeyPromise.NOT_LOOKED_AT);
            return AGREES;
        }
        var before = PublishedSnapshot.read(DocumentSource.read(options.get(BEFORE)));
        return tell(KeyPromise.of(published, before), out);
    }

    private static int tell(Finding finding, PrintStream out) {
        out.println(finding.sentence());
        return switch (finding) {
            case Finding.Agrees _ -> AGREES;
            case Finding.Differs _ -> DIFFERS;
            case Finding.Undecided _ -> UNDECIDED;
        };
    }

    private static DayKey key(String source, Minute minute) throws IOException {
        var typed = DayKey.parse(source);
        if (typed.isPresent()) {
            return typed.get();
        }
        var published = PublishedKey.read(DocumentSource.read(source));
        if (!published.day().equals(minute.day())) {
            throw new IOException("The key is of %s, the snapshot of %s.".formatted(published.day(), minute));
        }
        return published.key();
    }

    /** Snapshots are at {@code …/snapshots/MINUTE}, keys at {@code …/keys/DAY}. */
    private static String keyBeside(String snapshot, Minute minute) throws IOException {
        if (!DocumentSource.isAddress(snapshot)) {
            throw new IOException("Name the key of %s too.".formatted(minute.day()));
        }
        return URI.create(snapshot).resolve("../keys/" + minute.day()).toString();
    }
}
