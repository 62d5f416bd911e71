// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probe;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;

import live.tributary.fixtures.bench.Comparison;
import live.tributary.fixtures.bench.Nginx;
import live.tributary.fixtures.bench.Pinning;
import live.tributary.fixtures.bench.ProcessTreeCpu;
import live.tributary.fixtures.bench.Window;
import live.tributary.fixtures.load.GeneratorProcess;
import live.tributary.fixtures.load.LoadOrder;

/** A live stream on a node, and a copy of what it serves on nginx: the same requests, at the same rate, go to both. */
final class Delivery implements AutoCloseable {

    private static final Pinning PINNING = Pinning.APART;

    private final BenchTimes times = BenchTimes.fromCommandLine();
    private final BenchNode node;
    private final Nginx nginx;
    private final ProcessTreeCpu nginxCpu;
    private final GeneratorProcess publisher;
    private final URI playlist;

    private Delivery(BenchNode node, Nginx nginx, GeneratorProcess publisher, URI playlist) {
        this.node = node;
        this.nginx = nginx;
        this.nginxCpu = ProcessTreeCpu.of(nginx.pid());
        this.publisher = publisher;
        this.playlist = playlist;
    }

    static Delivery start(Path folder) throws IOException, InterruptedException {
        var clip = BenchClip.record(folder);
        var node = BenchNode.start(PINNING, 1, folder, List.of());
        var publisher = GeneratorProcess.start(PINNING.generator());
        publisher.begin(clip.publishTo(node.addresses(1)));
        return new Delivery(
                node,
                Nginx.start(PINNING.server()),
                publisher,
                node.playlists(1).getFirst());
    }

    /** The node's video playlist. */
    URI playlist() {
        return playlist;
    }

    Nginx nginx() {
        return nginx;
    }

    /** Measures both in turn; each gets one order to a fresh generator. */
    Comparison compare(LoadOrder our, LoadOrder their, ToDoubleFunction<Window> cost) throws IOException {
        measure(node.cpu(), our, times.cold());
        return Comparison.run(
                times.blocks(), () -> measure(node.cpu(), our, times), () -> measure(nginxCpu, their, times), cost);
    }

    private static Window measure(ProcessTreeCpu cpu, LoadOrder order, BenchTimes times) throws IOException {
        try (var generator = GeneratorProcess.start(PINNING.generator())) {
            generator.begin(order);
            Window.pass(times.settling());
            return Window.of(cpu, generator, times.window());
        }
    }

    @Override
    public void close() throws IOException {
        publisher.close();
        nginxCpu.close();
        nginx.close();
        node.close();
    }
}
