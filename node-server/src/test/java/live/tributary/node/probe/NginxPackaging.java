// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probe;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import live.tributary.fixtures.bench.Nginx;

/** Seen in its folder. The newest file is the one that is still written. */
record NginxPackaging(Nginx nginx, int streams) implements Packaging {

    static String name(int stream) {
        return "stream" + stream;
    }

    @Override
    public List<Long> newestSegments() {
        return IntStream.range(0, streams)
                .mapToObj(stream -> nginx.segments(name(stream)).getLast())
                .map(file -> Long.valueOf(file.getFileName().toString().replaceAll(".*-|\\.ts", "")))
                .toList();
    }

    @Override
    public Path oneSegment() {
        var files = nginx.segments(name(0));
        return files.get(files.size() - 2);
    }
}
