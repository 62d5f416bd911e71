// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Predicate;

import live.tributary.fixtures.fault.ChaosProxy;
import live.tributary.fixtures.hls.Allowance;
import live.tributary.fixtures.hls.MediaPlaylist;
import live.tributary.fixtures.process.Programs;
import live.tributary.fixtures.process.Waiting;
import live.tributary.fixtures.publisher.Clip;
import live.tributary.fixtures.publisher.FfmpegPublisher;
import live.tributary.fixtures.publisher.ReturningPublisher;
import live.tributary.node.accounts.Applicant;
import live.tributary.node.accounts.Password;
import live.tributary.node.broadcast.Channels;
import live.tributary.node.broadcast.KeyLabel;
import live.tributary.node.broadcast.StreamKeys;
import live.tributary.node.fixtures.House;
import live.tributary.node.fixtures.RunningNode;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.ChannelId;
import live.tributary.node.kernel.DisplayName;
import live.tributary.node.kernel.Handle;
import live.tributary.node.studio.LiveStream;
import live.tributary.node.studio.LiveStreams;
import live.tributary.node.studio.RtmpPort;
import live.tributary.node.studio.StreamState;
import live.tributary.node.team.Acceptance;
import live.tributary.node.team.Invitations;

/** One channel of a node, its encoder, and the bad line between the two. */
final class Scene implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(300);

    private final RunningNode node;
    private final ChannelId channel;
    private final String key;
    private final HttpClient client = HttpClient.newHttpClient();
    final ChaosProxy line;

    private Scene(RunningNode node, ChannelId channel, String key, long seed) {
        this.node = node;
        this.channel = channel;
        this.key = key;
        this.line = ChaosProxy.before(node.get(RtmpPort.class).port(), seed);
    }

    /** A new member of the team, with a channel and a key. */
    static Scene on(House house, String handle, long seed) {
        var node = house.node();
        var invitations = node.get(Invitations.class);
        var token = invitations.issue(house.actor(), house.team().id()).token();
        var applicant = new Applicant(new Handle(handle), new DisplayName(handle), new Password(House.PASSWORD));
        var member = ((Acceptance.Accepted) invitations.accept(Actor.ANONYMOUS, token, applicant)).member();
        var channel =
                node.get(Channels.class).ofMember(member.id()).orElseThrow().id();
        var actor = new Actor.SignedIn(member.account(), false);
        var key = node.get(StreamKeys.class).issue(actor, channel, new KeyLabel("studio"));
        return new Scene(node, channel, key.key().value(), seed);
    }

    ChannelId channel() {
        return channel;
    }

    /** An encoder behind the bad line, which returns when it was cut off. */
    ReturningPublisher publish(Clip clip) {
        var address = URI.create("rtmp://127.0.0.1:%d/live/%s".formatted(line.port(), key));
        return ReturningPublisher.publish(Programs.DEBIAN_FFMPEG, clip, address, BETWEEN_TRIES);
    }

    /** An encoder on a good line, which does not return. */
    FfmpegPublisher publishDirectly(Clip clip) {
        return FfmpegPublisher.publish(Programs.DEBIAN_FFMPEG, clip, node.ingest(key));
    }

    Watching watch(Allowance... allowed) {
        var watching = Watching.begin(client, address("master.m3u8"), Duration.ofMinutes(10), allowed);
        watching.awaitBegin();
        return watching;
    }

    /** What is on air; there must be something. */
    LiveStream stream() {
        return node.get(LiveStreams.class).find(channel).orElseThrow();
    }

    void awaitLive() {
        await("a live stream", stream -> stream.state() instanceof StreamState.Live);
    }

    void awaitEnd() {
        await("the end", stream -> stream.state() instanceof StreamState.Ended);
    }

    void await(String what, Predicate<LiveStream> condition) {
        Waiting.until(
                what,
                DEADLINE,
                () -> node.get(LiveStreams.class)
                        .find(channel)
                        .filter(condition)
                        .isPresent());
    }

    /** Until so many more segments are listed than now. */
    void awaitSegments(int more) {
        long until = playlist().lastMsn() + more;
        Waiting.until("%d segments".formatted(more), DEADLINE, () -> playlist().lastMsn() >= until);
    }

    MediaPlaylist playlist() {
        return MediaPlaylist.parse(text("source.m3u8"));
    }

    /** What a playlist says now. */
    String text(String name) {
        try {
            var request = HttpRequest.newBuilder(address(name)).build();
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError("a playlist answered " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Where a playlist is. */
    URI address(String playlist) {
        return node.web().resolve("/live/%s/%s".formatted(channel, playlist));
    }

    @Override
    public void close() {
        line.close();
        client.close();
    }
}
