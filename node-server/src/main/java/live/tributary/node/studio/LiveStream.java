// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import live.tributary.ingest.rtmp.PublicationFigures;
import live.tributary.ingest.rtmp.TcpFigures;
import live.tributary.node.broadcast.Broadcast;
import live.tributary.node.health.HealthMetrics;
import live.tributary.node.health.StreamHealth;
import live.tributary.node.kernel.BroadcastId;
import live.tributary.node.kernel.ChannelId;
import live.tributary.transcoder.BroadcastPipeline;
import live.tributary.transcoder.ffmpeg.SoundMeter;
import live.tributary.transcoder.hls.LiveWindow;
import live.tributary.transcoder.media.StreamProblem;

/**
 * One broadcast while it is on air, and for a while after its end.
 *
 * <p>Read by any thread. Changed by {@link OnAir} and {@link OffAir} only, one change at a time.
 */
public final class LiveStream {

    private final ChannelId channel;
    private final BroadcastId broadcast;
    private final BroadcastPipeline pipeline;
    private final PipelineEars ears;
    private final TakeOvers takeOvers = new TakeOvers();
    private final StreamHealth health;
    private final Preview preview = new Preview();
    private final SoundMeter sound;
    private volatile String title;
    private volatile StreamState state;
    private volatile Publisher publisher = new Publisher.Away();

    LiveStream(
            Broadcast broadcast,
            BroadcastPipeline pipeline,
            PipelineEars ears,
            SoundMeter sound,
            HealthMetrics metrics,
            Instant since) {
        this.channel = broadcast.channel();
        this.broadcast = broadcast.id();
        this.title = broadcast.title().value();
        this.pipeline = pipeline;
        this.ears = ears;
        this.health = new StreamHealth(since, pipeline::figures, ears::problems, sound::levels, metrics);
        this.sound = sound;
        this.state = new StreamState.Connecting(since);
    }

    public ChannelId channel() {
        return channel;
    }

    public BroadcastId broadcast() {
        return broadcast;
    }

    public String title() {
        return title;
    }

    public StreamState state() {
        return state;
    }

    /** What viewers are served from. */
    public LiveWindow window() {
        return pipeline.window();
    }

    /** The newest still; empty before the first, and at once when the broadcast is over. */
    public Optional<PreviewPicture> picture() {
        return open() ? preview.picture() : Optional.empty();
    }

    /** The newest still also of a broadcast that is over. */
    public Optional<PreviewPicture> lastPicture() {
        return preview.picture();
    }

    /** The same as {@link #picture} for somebody who looks at it now, and should soon find a newer one. */
    public Optional<PreviewPicture> pictureFor(Instant now) {
        preview.asked(now);
        return picture();
    }

    /** How well it arrives. */
    public StreamHealth health() {
        return health;
    }

    /** The qualities that viewers may choose, best first, and what is left out; empty while no encoder is connected. */
    public List<LadderLine> ladder() {
        return publisher instanceof Publisher.Here
                ? LadderLine.of(pipeline.figures(), problems(), window()::followers)
                : List.of();
    }

    /** What is wrong with what the encoder sends; empty if nothing is. */
    public Set<StreamProblem.Kind> problems() {
        return ears.problems();
    }

    /** How many players follow it now, in any quality: those of people elsewhere are not among them. */
    public int watching() {
        return ladder().stream().mapToInt(LadderLine::watching).sum();
    }

    /** The connection that feeds the broadcast; empty while none does. */
    public Optional<ConnectionFacts> facts() {
        return switch (publisher) {
            case Publisher.Away() -> Optional.empty();
            case Publisher.Here(var connection) -> Optional.of(facts(connection));
        };
    }

    /** Whether the broadcast may still go on. */
    public boolean open() {
        return !(state instanceof StreamState.Ended);
    }

    BroadcastPipeline pipeline() {
        return pipeline;
    }

    Preview preview() {
        return preview;
    }

    SoundMeter sound() {
        return sound;
    }

    TakeOvers takeOvers() {
        return takeOvers;
    }

    Publisher publisher() {
        return publisher;
    }

    void publisher(Publisher now) {
        publisher = now;
    }

    void state(StreamState now) {
        state = now;
    }

    void title(String now) {
        title = now;
    }

    private ConnectionFacts facts(Connection connection) {
        var wire = connection.publication().figures();
        var figures = pipeline.figures();
        var media = figures.stream();
        return new ConnectionFacts(
                connection.since(),
                connection.encoder(),
                connection.stalled(),
                CodecNames.of(media.videoCodecs()),
                media.width(),
                media.height(),
                media.framesPerSecond(),
                CodecNames.of(media.audioCodecs()),
                media.videoBitsPerSecond(),
                media.audioBitsPerSecond(),
                media.keyFrameInterval(),
                roundTrip(wire),
                media.counters().dropped() + figures.droppedByQueue());
    }

    /** The kernel's measure if there is one: an RTMP ping also waits for the encoder to answer. */
    private static Duration roundTrip(PublicationFigures figures) {
        return figures.kernelView()
                .map(TcpFigures::roundTrip)
                .or(figures::pingRoundTrip)
                .orElse(Duration.ZERO);
    }

    /** Whether somebody feeds the broadcast. */
    sealed interface Publisher {
        record Here(Connection connection) implements Publisher {}

        record Away() implements Publisher {}
    }
}
