// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probe;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

import live.tributary.fixtures.hls.MediaPlaylist;

/** Reads now and then what a server lists, to see that it did its work; never inside a window that is measured. */
final class StreamReader implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();

    MediaPlaylist playlist(URI address) throws IOException {
        return MediaPlaylist.parse(new String(bytes(address), StandardCharsets.UTF_8));
    }

    byte[] bytes(URI address) throws IOException {
        try {
            var answer = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IOException("%s answered %d".formatted(address, answer.statusCode()));
            }
            return answer.body();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The newest whole segment, behind what a decoder needs before it. */
    byte[] newestSegment(URI playlist) throws IOException {
        var segments = playlist(playlist).segments();
        var maps = segments.stream().flatMap(segment -> segment.maps().stream()).toList();
        byte[] init = bytes(playlist.resolve(maps.getLast()));
        byte[] media = newestMedia(playlist);
        byte[] both = new byte[init.length + media.length];
        System.arraycopy(init, 0, both, 0, init.length);
        System.arraycopy(media, 0, both, init.length, media.length);
        return both;
    }

    /** The newest whole segment as it is served. */
    byte[] newestMedia(URI playlist) throws IOException {
        return bytes(playlist.resolve(playlist(playlist).segments().getLast().uri()));
    }

    @Override
    public void close() {
        client.close();
    }
}
