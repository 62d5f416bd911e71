// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probe;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Seen from outside, by the playlists. */
record NodePackaging(StreamReader reader, List<URI> playlists, Path folder) implements Packaging {

    @Override
    public List<Long> newestSegments() throws IOException {
        var newest = new ArrayList<Long>();
        for (var playlist : playlists) {
            newest.add(reader.playlist(playlist).segments().getLast().msn());
        }
        return newest;
    }

    @Override
    public Path oneSegment() throws IOException {
        return Files.write(folder.resolve("one.mp4"), reader.newestSegment(playlists.getFirst()));
    }
}
