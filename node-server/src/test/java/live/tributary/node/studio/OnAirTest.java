// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.fixtures.hls.MediaPlaylist;
import live.tributary.fixtures.process.Programs;
import live.tributary.fixtures.process.Waiting;
import live.tributary.fixtures.publisher.Clip;
import live.tributary.fixtures.publisher.FfmpegPublisher;
import live.tributary.fixtures.publisher.Programme;
import live.tributary.node.broadcast.BroadcastState;
import live.tributary.node.broadcast.Broadcasts;
import live.tributary.node.broadcast.EndReason;
import live.tributary.node.broadcast.IssuedStreamKey;
import live.tributary.node.broadcast.StreamKeys;
import live.tributary.node.broadcast.Title;
import live.tributary.node.fixtures.House;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.RunningNode;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.fixtures.WebVisitor;
import live.tributary.node.kernel.BroadcastId;
import live.tributary.transcoder.hls.WindowState;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnAirTest {

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final Duration LOST_GRACE = Duration.ofSeconds(6);

    private final TestDatabase database;
    private final RunningNode node;
    private final House house;
    private final LiveStreams streams;
    private final Broadcasts broadcasts;
    private Clip clip;

    OnAirTest(TestDatabase database) {
        this.database = database;
        node = RunningNode.start(
                database,
                "tributary.studio.lost-grace=" + LOST_GRACE.toSeconds() + "s",
                "tributary.studio.clean-grace=1s",
                "tributary.studio.afterglow=60s");
        house = House.on(node);
        streams = node.get(LiveStreams.class);
        broadcasts = node.get(Broadcasts.class);
        clip = Programme.clip(Path.of("not recorded yet"));
    }

    @BeforeAll
    void record(@TempDir Path folder) {
        // A stream is live with its second key frame: each test waits for that.
        var programme = Programme.synthetic()
                .paced(30, 30)
                .lasting(Duration.ofSeconds(6))
                .sized(320, 180);
        clip = FfmpegPublisher.record(Programs.DEBIAN_FFMPEG, programme, folder.resolve("clip.flv"));
    }

    @AfterEach
    void endWhatRuns() {
        broadcasts.current(house.channel()).ifPresent(broadcast -> {
            broadcasts.end(house.actor(), broadcast.id(), EndReason.ENDED_BY_HAND);
            await("its end", stream -> stream.state() instanceof StreamState.Ended);
        });
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void goesLiveAndKnowsTheEncoder() {
        try (var _ = publish(house.key("studio"))) {
            var stream = awaitLive();
            await(
                    "figures",
                    found -> found.facts()
                            .filter(facts -> facts.keyFrameInterval().isPositive() && facts.videoBitsPerSecond() > 0)
                            .isPresent());

            assertThat(broadcasts.find(stream.broadcast()).orElseThrow().state())
                    .isInstanceOf(BroadcastState.Live.class);
            assertThat(stream.window().state()).isEqualTo(WindowState.LIVE);
            var facts = stream.facts().orElseThrow();
            assertThat(facts.encoder()).contains("Lavf");
            assertThat(facts.videoCodec()).isEqualTo("H.264");
            assertThat(facts.audioCodec()).isEqualTo("AAC");
            assertThat(facts.width()).isEqualTo(320);
            assertThat(facts.height()).isEqualTo(180);
            assertThat(facts.framesPerSecond()).isEqualTo(30);
            assertThat(facts.keyFrameInterval()).isEqualTo(Duration.ofSeconds(1));
            assertThat(facts.audioBitsPerSecond()).isPositive();
        }
    }

    @Test
    void isSeenInAStillUntilItEnds() {
        try (var _ = publish(house.key("studio"))) {
            awaitLive();
            await("a still", stream -> stream.picture().isPresent());
            var picture = streams.find(house.channel()).orElseThrow().picture().orElseThrow();
            assertThat(picture.size()).isEqualTo(new JpegSize(320, 180));
            endWhatRuns();
            assertThat(streams.find(house.channel()).orElseThrow().picture()).isEmpty();
        }
    }

    @Test
    void endsAfterTheGraceWhenTheEncoderSaidGoodbye() {
        BroadcastId broadcast;
        try (var publisher = publish(house.key("studio"))) {
            broadcast = awaitLive().broadcast();
            sayGoodbye(publisher);
        }
        await("the grace", stream -> stream.state() instanceof StreamState.Lost);
        var lost =
                (StreamState.Lost) streams.find(house.channel()).orElseThrow().state();
        await("the end", stream -> stream.state() instanceof StreamState.Ended);

        var stream = streams.find(house.channel()).orElseThrow();
        assertThat(Duration.between(lost.at(), ((StreamState.Ended) stream.state()).at()))
                .as("the grace of a goodbye, and not of a loss")
                .isLessThan(LOST_GRACE);
        assertThat(stream.window().state()).isEqualTo(WindowState.ENDED);
        Waiting.until(
                "its row",
                DEADLINE,
                () -> broadcasts.find(broadcast).orElseThrow().state() instanceof BroadcastState.Ended);
    }

    @Test
    void goesOnInTheSameBroadcastWhenALostEncoderIsBackInTime() {
        var key = house.key("studio");
        BroadcastId broadcast;
        try (var publisher = publish(key)) {
            broadcast = awaitLive().broadcast();
            publisher.kill();
        }
        await("the loss", stream -> stream.state() instanceof StreamState.Lost);
        try (var _ = publish(key)) {
            assertThat(awaitLive().broadcast()).isEqualTo(broadcast);
        }
        await("the end", stream -> stream.state() instanceof StreamState.Ended);
    }

    @Test
    void goesOnInTheSameBroadcastWhileTheDatabaseIsAway() {
        var key = house.key("studio");
        BroadcastId broadcast;
        try (var publisher = publish(key)) {
            broadcast = awaitLive().broadcast();
            publisher.kill();
        }
        await("the loss", stream -> stream.state() instanceof StreamState.Lost);
        database.client().sql("ALTER SCHEMA broadcast RENAME TO away").update();
        try (var _ = publish(key)) {
            assertThat(awaitLive().broadcast()).isEqualTo(broadcast);
        } finally {
            database.client().sql("ALTER SCHEMA away RENAME TO broadcast").update();
        }
    }

    @Test
    void forgetsAKeyTheMomentItIsRevoked() {
        var key = house.key("lent out");
        try (var publisher = publish(key)) {
            awaitLive();
            publisher.kill();
        }
        await("the loss", stream -> stream.state() instanceof StreamState.Lost);
        node.get(StreamKeys.class).revoke(house.actor(), key.facts().id());
        assertThat(node.get(RememberedKeys.class).find(key.key().value())).isEmpty();
        try (var again = publish(key)) {
            awaitTheEndOf(again);
        }
    }

    @Test
    void asksTheDatabaseAgainOnceTheBroadcastIsOver() {
        var key = house.key("studio");
        try (var publisher = publish(key)) {
            awaitLive();
            assertThat(node.get(RememberedKeys.class).find(key.key().value())).isPresent();
            sayGoodbye(publisher);
        }
        await("the end", stream -> stream.state() instanceof StreamState.Ended);
        assertThat(node.get(RememberedKeys.class).find(key.key().value())).isEmpty();
    }

    @Test
    void endsABroadcastThatItCannotGoOnWithAndTakesTheNextOne() {
        BroadcastId broadcast;
        try (var publisher = publish(house.key("studio"))) {
            broadcast = awaitLive().broadcast();
            node.get(OffAir.class).failed(house.channel(), broadcast);
            await("the end", stream -> stream.state() instanceof StreamState.Ended);
            awaitTheEndOf(publisher);
        }
        try (var _ = publish(house.key("studio"))) {
            assertThat(awaitLive().broadcast()).isNotEqualTo(broadcast);
        }
    }

    @Test
    void givesTheChannelToTheLaterEncoderButNotForEver() {
        var key = house.key("studio");
        try (var first = publish(key)) {
            var broadcast = awaitLive().broadcast();
            try (var second = publish(key)) {
                awaitTheEndOf(first);
                try (var third = publish(key)) {
                    awaitTheEndOf(second);
                    try (var fourth = publish(key)) {
                        awaitTheEndOf(fourth);
                        assertThat(third.isRunning()).isTrue();
                    }
                    assertThat(awaitLive().broadcast()).isEqualTo(broadcast);
                }
            }
        }
        assertThat(node.get(RefusedTries.class).of(house.channel()))
                .extracting(RefusedTry::reason)
                .contains(RefusedTry.Reason.TWO_ENCODERS);
    }

    @Test
    void cutsTheStreamWhenItsKeyIsRevoked() {
        var key = house.key("lent out");
        try (var publisher = publish(key)) {
            awaitLive();
            node.get(StreamKeys.class).revoke(house.actor(), key.facts().id());
            await("the cut", stream -> stream.state() instanceof StreamState.Ended);
            awaitTheEndOf(publisher);
        }
        try (var again = publish(key)) {
            awaitTheEndOf(again);
        }
        assertThat(node.get(RefusedTries.class).of(house.channel()))
                .extracting(RefusedTry::reason)
                .contains(RefusedTry.Reason.REVOKED_KEY);
    }

    @Test
    void refusesAKeyItDoesNotKnowAndSaysSoToWhoeverSitsThere() {
        var unknown = "sk_" + "0".repeat(32);
        try (var publisher = FfmpegPublisher.publish(Programs.DEBIAN_FFMPEG, clip, node.ingest(unknown))) {
            awaitTheEndOf(publisher);
        }
        var tries = node.get(Encoders.class).refused(house.channel(), InetAddress.ofLiteral("127.0.0.1"));
        assertThat(tries).extracting(RefusedTry::reason).contains(RefusedTry.Reason.UNKNOWN_KEY);
        assertThat(tries.toString()).doesNotContain(unknown);
    }

    @Test
    void leavesNoStreamWithoutAPublisherWhenTheDatabaseFailsAfterTheYes() {
        var key = house.key("studio");
        // The moment a broadcast is opened, keys cannot be looked up any more.
        database.client().sql("""
                CREATE FUNCTION hide_keys() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN ALTER TABLE broadcast.stream_key RENAME COLUMN revoked_at TO hidden; RETURN NEW; END $$""").update();
        database.client().sql("""
                CREATE TRIGGER hide_keys BEFORE INSERT ON broadcast.broadcast
                FOR EACH ROW EXECUTE FUNCTION hide_keys()""").update();
        try (var publisher = publish(key)) {
            awaitTheEndOf(publisher);
        } finally {
            database.client().sql("DROP FUNCTION hide_keys CASCADE").update();
            database.client()
                    .sql("ALTER TABLE broadcast.stream_key RENAME COLUMN hidden TO revoked_at")
                    .update();
        }
        await("the end", stream -> stream.state() instanceof StreamState.Ended);
    }

    @Test
    void doesNotGoOnInABroadcastWhoseEndTheDatabaseMissed() {
        var key = house.key("studio");
        BroadcastId ended;
        refuseEnds();
        try (var publisher = publish(key)) {
            ended = awaitLive().broadcast();
            sayGoodbye(publisher);
            Waiting.until("an end that was refused", DEADLINE, this::refusedAnEnd);
        } finally {
            database.client().sql("DROP FUNCTION refuse_ends CASCADE").update();
        }
        assertThat(broadcasts.current(house.channel())).isPresent();
        try (var _ = publish(key)) {
            assertThat(awaitLive().broadcast()).isNotEqualTo(ended);
            assertThat(broadcasts.find(ended).orElseThrow().state()).isInstanceOf(BroadcastState.Ended.class);
        }
    }

    /** The sequence keeps that it was asked, though the transaction is rolled back. */
    private void refuseEnds() {
        database.client().sql("CREATE SEQUENCE refused_ends").update();
        database.client().sql("""
                CREATE FUNCTION refuse_ends() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN PERFORM nextval('refused_ends'); RAISE EXCEPTION 'away'; END $$""").update();
        database.client().sql("""
                CREATE TRIGGER refuse_ends BEFORE UPDATE OF ended_at ON broadcast.broadcast
                FOR EACH ROW EXECUTE FUNCTION refuse_ends()""").update();
    }

    private boolean refusedAnEnd() {
        return database.client()
                .sql("SELECT is_called FROM refused_ends")
                .query(Boolean.class)
                .single();
    }

    @Test
    void followsWhatOtherModulesDecide() {
        try (var publisher = publish(house.key("studio"))) {
            awaitLive();
            broadcasts.rename(house.actor(), house.channel(), new Title("High water"));
            assertThat(streams.find(house.channel()).orElseThrow().title()).isEqualTo("High water");

            var broadcast = broadcasts.current(house.channel()).orElseThrow().id();
            broadcasts.end(house.actor(), broadcast, EndReason.ENDED_BY_HAND);
            await("the end", stream -> stream.state() instanceof StreamState.Ended);
            awaitTheEndOf(publisher);
        }
    }

    private FfmpegPublisher publish(IssuedStreamKey key) {
        return FfmpegPublisher.publish(
                Programs.DEBIAN_FFMPEG, clip, node.ingest(key.key().value()));
    }

    /** What the node asks after a second has to be read first: an encoder that stops before it resets the line. */
    private void sayGoodbye(FfmpegPublisher publisher) {
        Waiting.until("a second segment", DEADLINE, () -> segments() > 1);
        publisher.stop();
    }

    private int segments() {
        var playlist = new WebVisitor(node.web()).get("/live/%s/source.m3u8".formatted(house.channel()));
        return MediaPlaylist.parse(playlist.body()).segments().size();
    }

    private LiveStream awaitLive() {
        await("a live stream", stream -> stream.state() instanceof StreamState.Live);
        return streams.find(house.channel()).orElseThrow();
    }

    private void await(String what, Predicate<LiveStream> condition) {
        Waiting.until(
                what,
                DEADLINE,
                () -> streams.find(house.channel()).filter(condition).isPresent());
    }

    private static void awaitTheEndOf(FfmpegPublisher publisher) {
        assertThat(publisher.awaitEnd(DEADLINE)).isNotZero();
    }
}
