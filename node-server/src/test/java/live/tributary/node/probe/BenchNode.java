// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probe;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import live.tributary.fixtures.bench.Nginx;
import live.tributary.fixtures.bench.Pinning;
import live.tributary.fixtures.bench.ProcessTreeCpu;
import live.tributary.fixtures.process.Waiting;

/** A node with as many people as are wanted on air, and its accounts. */
final class BenchNode implements AutoCloseable {

    /** People who set up sixty accounts in a minute would be sent away. */
    private static final List<String> ROOM = List.of(
            // Measured apart: a child for each stream has its own price, whatever the node does.
            "tributary.studio.loudness-streams=0",
            "tributary.dvr.length=" + Nginx.KEEPS.toSeconds() + "s",
            "tributary.gate.pages-per-minute=1000000",
            "tributary.gate.viewer-polls-per-minute=1000000",
            "tributary.gate.accounts-per-hour=1000000");

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ProbedNode node;
    private final ProcessTreeCpu cpu;
    private final Path folder;
    private final StreamReader reader = new StreamReader();
    private final List<Person> people = new ArrayList<>();
    private final List<URI> ingests = new ArrayList<>();

    private BenchNode(ProbedNode node, Path folder) {
        this.node = node;
        this.cpu = ProcessTreeCpu.of(node.pid());
        this.folder = folder;
    }

    /**
     * Starts one.
     *
     * @param folder for what it is told
     * @param javaOptions added to the launcher's, which they overrule
     */
    static BenchNode start(Pinning pinning, int people, Path folder, List<String> javaOptions, String... settings)
            throws IOException, InterruptedException {
        var prefix = Stream.concat(
                        Stream.of("env", "TRIBUTARY_JAVA_OPTIONS=" + String.join(" ", javaOptions)),
                        pinning.server().stream())
                .toList();
        var all = Stream.concat(ROOM.stream(), Stream.of(settings)).toArray(String[]::new);
        var node = ProbedNode.startInMemory(prefix, all);
        var bench = new BenchNode(node, folder);
        bench.settle(people);
        return bench;
    }

    private void settle(int count) throws IOException, InterruptedException {
        people.add(Person.owner(node));
        for (int i = 1; i < count; i++) {
            people.add(people.getFirst().invite("streamer" + i));
        }
        for (var person : people) {
            ingests.add(node.ingest(person.newKey()));
        }
    }

    /** A file with the addresses where the first so many publish. */
    Path addresses(int count) throws IOException {
        return Files.write(
                folder.resolve("addresses"),
                ingests.stream().limit(count).map(URI::toString).toList());
    }

    /** Where that person publishes. */
    URI ingest(int person) {
        return ingests.get(person);
    }

    /** What that person's viewers open first; waits until there is something to watch. */
    URI master(int person) {
        return node.page("/live/%s/master.m3u8".formatted(people.get(person).awaitChannel()));
    }

    /** The video playlists of the first so many; waits until each lists a whole segment. */
    List<URI> playlists(int count) {
        var playlists = people.stream()
                .limit(count)
                .map(person -> node.page("/live/%s/source.m3u8".formatted(person.awaitChannel())))
                .toList();
        playlists.forEach(
                playlist -> Waiting.until("a segment of " + playlist, PATIENCE, () -> listsASegment(playlist)));
        return playlists;
    }

    private boolean listsASegment(URI playlist) {
        try {
            return !reader.playlist(playlist).segments().isEmpty();
        } catch (IOException notYet) {
            return false;
        }
    }

    ProcessTreeCpu cpu() {
        return cpu;
    }

    ProbedNode node() {
        return node;
    }

    @Override
    public void close() {
        cpu.close();
        reader.close();
        node.close();
    }
}
