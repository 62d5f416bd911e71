// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probe;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

import live.tributary.fixtures.process.Waiting;

/**
 * Writes every segment of one media playlist into a file, as an archive would, and minds that none is missing.
 *
 * <p>One thread calls {@link #run}; {@link #segments} is read when that has ended.
 */
final class SegmentRecorder {

    private static final Pattern MEDIA_SEQUENCE = Pattern.compile("#EXT-X-MEDIA-SEQUENCE:(\\d+)");
    private static final Pattern MAP = Pattern.compile("#EXT-X-MAP:URI=\"([^\"]+)\"");
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final Duration START = Duration.ofMinutes(2);

    private final HttpClient client;
    private final URI playlist;
    private final Path file;
    private long next = -1;
    private String map = "";
    private int segments;

    SegmentRecorder(HttpClient client, URI playlist, Path file) {
        this.client = client;
        this.playlist = playlist;
        this.file = file;
    }

    /** Waits for the first playlist, then records until it says that no more will come. */
    void run() throws IOException, InterruptedException {
        Waiting.until("a playlist at " + playlist, START, () -> {
            try {
                return send(playlist).statusCode() == 200;
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        try (OutputStream out = Files.newOutputStream(file)) {
            boolean ended = false;
            while (!ended) {
                String text = new String(get(playlist), StandardCharsets.UTF_8);
                take(text, out);
                ended = text.contains("#EXT-X-ENDLIST");
                if (!ended) {
                    LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
                }
            }
        }
    }

    private void take(String text, OutputStream out) throws IOException, InterruptedException {
        long sequence = firstNumber(text);
        for (String uri : segmentUris(text)) {
            if (next < 0 || sequence == next) {
                takeMap(text, out);
                out.write(get(playlist.resolve(uri)));
                segments++;
                next = sequence + 1;
            } else if (sequence > next) {
                throw new AssertionError(
                        "segments %d to %d of %s left before they were seen".formatted(next, sequence - 1, playlist));
            }
            sequence++;
        }
    }

    private void takeMap(String text, OutputStream out) throws IOException, InterruptedException {
        var found = MAP.matcher(text);
        if (map.isEmpty() && found.find()) {
            map = found.group(1);
            out.write(get(playlist.resolve(map)));
        }
    }

    private static long firstNumber(String text) {
        var found = MEDIA_SEQUENCE.matcher(text);
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }

    private static List<String> segmentUris(String text) {
        var uris = new ArrayList<String>();
        text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(uris::add);
        return uris;
    }

    private byte[] get(URI uri) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = send(uri);
        if (answer.statusCode() != 200) {
            throw new AssertionError("%s answered %d".formatted(uri, answer.statusCode()));
        }
        return answer.body();
    }

    private HttpResponse<byte[]> send(URI uri) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri).timeout(ANSWER).build(), BodyHandlers.ofByteArray());
    }

    Path file() {
        return file;
    }

    int segments() {
        return segments;
    }
}
