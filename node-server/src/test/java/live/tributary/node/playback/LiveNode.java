// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import reactor.netty.DisposableServer;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.server.HttpServer;

import live.tributary.node.gate.FrontAnswers;
import live.tributary.node.gate.FrontDoor;
import live.tributary.node.kernel.OpenFiles;
import live.tributary.node.studio.PreviewPicture;
import live.tributary.transcoder.hls.AudioFormat;
import live.tributary.transcoder.hls.FirstNumbers;
import live.tributary.transcoder.hls.LiveWindow;
import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.hls.VideoFormat;
import live.tributary.transcoder.hls.VideoRange;
import live.tributary.transcoder.hls.WindowMemory;
import live.tributary.transcoder.hls.WindowOptions;
import live.tributary.transcoder.hls.WindowStore;
import live.tributary.transcoder.hls.WindowTargets;
import live.tributary.transcoder.hls.WindowWriter;
import live.tributary.transcoder.hls.store.LiveFolder;
import live.tributary.transcoder.hls.store.StoreLimits;
import live.tributary.transcoder.hls.store.WindowName;

/** A server with the media routes alone, and one broadcast on channel {@value #CHANNEL} that the test publishes. */
final class LiveNode implements AutoCloseable {

    static final String CHANNEL = "0123456789ab";
    static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    static final Duration PART = Duration.ofMillis(200);

    static final RenditionName SMALLER = new RenditionName("h360");

    /** Shows nothing before its file has it, however long that takes. */
    private static final StoreLimits PATIENT =
            new StoreLimits(Duration.ofMinutes(1), Duration.ofMinutes(1), 32 << 20, 0, 1 << 20, 1 << 20);

    private static final WindowTargets TARGETS = new WindowTargets(Duration.ofSeconds(2), PART, Duration.ofMillis(222));

    final WindowMemory memory = new WindowMemory();
    final WindowWriter writer;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final List<Cmcd> reports = new CopyOnWriteArrayList<>();
    final WaitingRooms rooms;
    private final DisposableServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final int partBytes;
    private Runnable afterEachPart = () -> {};
    private Runnable afterEachSegment = () -> {};
    private volatile @Nullable PreviewPicture still;

    LiveNode() {
        this(properties(Duration.ofSeconds(10), Duration.ofSeconds(20)), 1000);
    }

    LiveNode(PlaybackProperties properties, int partBytes) {
        this(properties, partBytes, HttpProtocol.HTTP11);
    }

    LiveNode(PlaybackProperties properties, int partBytes, HttpProtocol... protocols) {
        this(
                properties,
                partBytes,
                memory -> WindowWriter.open(memory, WindowOptions.defaults(), new FirstNumbers(100, 0, false)),
                server -> server.protocol(protocols));
    }

    /** One whose viewers can go back a minute, into files of this folder. */
    static LiveNode withFiles(Path folder, HttpProtocol... protocols) throws IOException {
        return withFiles(folder, 1000, server -> server.protocol(protocols));
    }

    static LiveNode withFiles(Path folder, int partBytes, UnaryOperator<HttpServer> settings) throws IOException {
        var store = LiveFolder.at(folder, PATIENT).open(new WindowName(CHANNEL, "evening"));
        var options = WindowOptions.defaults().withListed(Duration.ofMinutes(1), Long.MAX_VALUE);
        var time = new AtomicLong();
        var node = new LiveNode(
                properties(Duration.ofSeconds(10), Duration.ofSeconds(20)),
                partBytes,
                memory -> WindowWriter.open(memory, options, new FirstNumbers(100, 0, false), store, time::get),
                settings);
        node.afterEachPart = () -> time.addAndGet(PART.toNanos());
        node.afterEachSegment = () -> awaitFiles(store);
        return node;
    }

    /** Media comes faster here than any disk takes it, and what is in no file when it leaves the memory is lost. */
    private static void awaitFiles(WindowStore store) {
        var written = new AtomicBoolean();
        store.write(List.of(), List.of(), () -> written.set(true));
        Eventually.until("the segment in its files", written::get);
    }

    private LiveNode(
            PlaybackProperties properties,
            int partBytes,
            Function<WindowMemory, WindowWriter> window,
            UnaryOperator<HttpServer> settings) {
        this.partBytes = partBytes;
        writer = window.apply(memory);
        LiveWindows windows = channel -> channel.equals(CHANNEL) ? Optional.of(window()) : Optional.empty();
        var metrics = new PlaybackMetrics(meters);
        rooms = new WaitingRooms(properties, metrics);
        LivePreviews previews = channel -> channel.equals(CHANNEL) ? Optional.ofNullable(still) : Optional.empty();
        var routes = new MediaRoutes(
                windows,
                previews,
                (_, report) -> reports.add(report),
                rooms,
                properties,
                metrics,
                InstantSource.fixed(NOW));
        server = new FrontDoor(Duration.ofSeconds(10), new FrontAnswers(List.of(routes)), OpenFiles.ofProcess())
                .apply(settings.apply(HttpServer.create().host("127.0.0.1").port(0)))
                .handle((_, response) -> response.status(418).send())
                .bindNow();
        configure();
    }

    static PlaybackProperties properties(Duration startPatience, Duration noProgress) {
        return new PlaybackProperties(20_000, 100, startPatience, noProgress, false);
    }

    LiveWindow window() {
        return writer.window();
    }

    /** From now on this is the picture of the channel. */
    void still(PreviewPicture taken) {
        still = taken;
    }

    /** One segment of two seconds, then the first playlist. */
    LiveNode live() {
        segment();
        writer.goLive(TARGETS);
        return this;
    }

    void segment() {
        open();
        for (int i = 0; i < 10; i++) {
            part(i == 0);
        }
        closeSegment();
    }

    void open() {
        writer.openSegment(NOW, false);
    }

    void part(boolean independent) {
        add(RenditionName.SOURCE, 'v', independent);
        add(RenditionName.AUDIO, 'a', true);
        writer.publish();
        afterEachPart.run();
    }

    /** A smaller picture that an encoder would make. */
    void offerSmaller() {
        writer.offer(SMALLER, new VideoFormat("avc1.64001e", 640, 360, 30, VideoRange.SDR, false, 600_000));
    }

    /** Its encoder runs and sends the first part. */
    void smallerPart() {
        writer.start(
                SMALLER, "init s".getBytes(StandardCharsets.US_ASCII), "init sa".getBytes(StandardCharsets.US_ASCII));
        add(SMALLER, 's', true);
        writer.publish();
    }

    void closeSegment() {
        var duration = Duration.ofSeconds(2);
        writer.closeSegment(Map.of(RenditionName.SOURCE, duration, RenditionName.AUDIO, duration));
        writer.publish();
        afterEachSegment.run();
    }

    /** A part's content: this many bytes of one letter. */
    String content(char letter) {
        return String.valueOf(letter).repeat(partBytes);
    }

    URI uri(String pathAndQuery) {
        return URI.create("http://127.0.0.1:" + server.port() + pathAndQuery);
    }

    HttpResponse<String> get(String name, String... headers) {
        return ask(name, headers).join();
    }

    CompletableFuture<HttpResponse<String>> ask(String name, String... headers) {
        return send("GET", "/live/" + CHANNEL + "/" + name, headers);
    }

    CompletableFuture<HttpResponse<String>> send(String method, String path, String... headers) {
        return send(HttpClient.Version.HTTP_1_1, method, path, headers);
    }

    CompletableFuture<HttpResponse<String>> send(
            HttpClient.Version version, String method, String path, String... headers) {
        var request = HttpRequest.newBuilder(uri(path))
                .version(version)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .timeout(Duration.ofSeconds(30));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
    }

    /** The address of something that the source playlist lists, by the end of its name. */
    String listed(String playlist, String end) {
        return Arrays.stream(get(playlist).body().split("[\"\\n]"))
                .filter(piece -> piece.endsWith(end))
                .findFirst()
                .orElseThrow();
    }

    Socket connect() throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
        return socket;
    }

    static byte[] request(String name) {
        return ("GET /live/" + CHANNEL + "/" + name + " HTTP/1.1\r\nHost: node\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    double held() {
        return meters.get("tributary.playback.held").gauge().value();
    }

    double count(String name, String... tags) {
        return meters.get(name).tags(tags).counter().count();
    }

    private void configure() {
        writer.beginSession();
        writer.configure(
                RenditionName.SOURCE,
                new VideoFormat("avc1.64001f", 1280, 720, 30, VideoRange.SDR, false, 2_000_000),
                "init v".getBytes(StandardCharsets.US_ASCII));
        writer.configure(
                RenditionName.AUDIO,
                new AudioFormat("mp4a.40.2", "aac", 2, 128_000),
                "init a".getBytes(StandardCharsets.US_ASCII));
        writer.configureJoined(RenditionName.SOURCE, "init va".getBytes(StandardCharsets.US_ASCII));
    }

    private void add(RenditionName rendition, char letter, boolean independent) {
        var part = writer.newPart(partBytes);
        while (part.bytes().hasRemaining()) {
            part.bytes().put((byte) letter);
        }
        writer.addPart(rendition, part, PART, independent);
    }

    @Override
    public void close() {
        server.disposeNow();
        client.close();
        writer.close();
    }
}
