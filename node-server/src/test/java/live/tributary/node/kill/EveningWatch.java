// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kill;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

import live.tributary.fixtures.hls.Allowance;
import live.tributary.fixtures.hls.MediaPlaylist;
import live.tributary.fixtures.hls.PlaylistRules;
import live.tributary.fixtures.process.Waiting;

/**
 * A viewer who sees a whole evening, over any number of deaths of the node: that it does not answer is borne, that it
 * answers otherwise than before is not. Minds the rules of one playlist, of two that follow each other, that everything
 * listed answers, and always with the same bytes.
 */
final class EveningWatch implements AutoCloseable {

    private static final PlaylistRules RULES = new PlaylistRules(Allowance.HOLES, Allowance.FORCED_CUTS);
    private static final Pattern URI_ATTRIBUTE = Pattern.compile("URI=\"([^\"]+\\.(?:m4s|mp4))\"");
    private static final Duration PAUSE = Duration.ofMillis(150);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI folder;
    private final List<String> playlists = List.of("source.m3u8", "audio.m3u8", "j-source.m3u8");
    private final Map<String, String> last = new ConcurrentHashMap<>();
    private final Map<String, Integer> hashes = new ConcurrentHashMap<>();
    private final Set<String> findings = Collections.synchronizedSet(new LinkedHashSet<>());
    private final Thread thread = Thread.ofVirtual().unstarted(this::run);
    private volatile boolean stopped;

    private EveningWatch(URI folder) {
        this.folder = folder;
    }

    static EveningWatch start(URI folder) {
        var watch = new EveningWatch(folder);
        watch.thread.start();
        return watch;
    }

    private void run() {
        while (!stopped) {
            playlists.forEach(this::look);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private void look(String playlist) {
        var answer = fetch(playlist);
        if (answer.isEmpty()) {
            return;
        }
        var text = new String(answer.get(), StandardCharsets.UTF_8);
        RULES.check(text).forEach(finding -> findings.add(playlist + " " + finding));
        var before = last.put(playlist, text);
        if (before != null) {
            RULES.checkSuccession(before, text).forEach(finding -> findings.add(playlist + " " + finding));
        }
        listed(text).stream().filter(uri -> !hashes.containsKey(uri)).forEach(this::fetchMedia);
    }

    private void fetchMedia(String uri) {
        fetch(uri).ifPresent(bytes -> {
            var hash = Arrays.hashCode(bytes);
            var before = hashes.putIfAbsent(uri, hash);
            if (before != null && before != hash) {
                findings.add(uri + " has other bytes than before");
            }
        });
    }

    /** Everything that is listed now is fetched once more. */
    void fetchAllAgain() {
        last.values().forEach(playlist -> listed(playlist).forEach(this::fetchMedia));
    }

    private static Set<String> listed(String playlist) {
        var uris = new LinkedHashSet<String>();
        playlist.lines().filter(line -> !line.contains("PRELOAD-HINT")).forEach(line -> {
            var attribute = URI_ATTRIBUTE.matcher(line);
            if (attribute.find()) {
                uris.add(attribute.group(1));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                uris.add(line);
            }
        });
        return uris;
    }

    /** Empty while the node does not answer; an answer that is a "no" is a finding. */
    private Optional<byte[]> fetch(String uri) {
        var request =
                HttpRequest.newBuilder(folder.resolve(uri)).timeout(PATIENCE).build();
        try {
            var answer = client.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                // Before the first playlist there is no broadcast yet.
                if (!last.isEmpty()) {
                    findings.add("%s answered %d".formatted(uri, answer.statusCode()));
                }
                return Optional.empty();
            }
            return Optional.of(answer.body());
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** What was broken; empty is good. */
    Set<String> findings() {
        return Set.copyOf(findings);
    }

    /** The source playlist of now, as far as it was seen. */
    Optional<MediaPlaylist> source() {
        return Optional.ofNullable(last.get("source.m3u8")).map(MediaPlaylist::parse);
    }

    /** How many whole segments it lists. */
    int listed() {
        return source().map(playlist -> playlist.segments().size()).orElse(0);
    }

    /** How many pieces of time the source playlist lists. */
    long discontinuities() {
        return source().stream()
                .flatMap(playlist -> playlist.segments().stream())
                .filter(MediaPlaylist.Segment::discontinuity)
                .count();
    }

    int fetched() {
        return hashes.size();
    }

    @Override
    public void close() {
        stopped = true;
        Waiting.until("the end of the thread", Duration.ofSeconds(30), () -> !thread.isAlive());
        client.close();
    }
}
