// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;

import live.tributary.node.broadcast.Broadcasts;
import live.tributary.node.broadcast.KeyLabel;
import live.tributary.node.broadcast.StreamKey;
import live.tributary.node.broadcast.StreamKeys;
import live.tributary.node.broadcast.Title;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.ChannelId;
import live.tributary.node.kernel.DataDirectory;
import live.tributary.transcoder.ffmpeg.FfmpegExecutable;

/** Where the demo's programme is made: a title, a fresh key, and a publisher. */
final class DemoStudio {

    private static final KeyLabel KEY = new KeyLabel("Demo");
    private static final Title TITLE = new Title("An evening at the river");

    private final Broadcasts broadcasts;
    private final StreamKeys keys;
    private final DataDirectory data;
    private final InstantSource clock;

    DemoStudio(Broadcasts broadcasts, StreamKeys keys, DataDirectory data, InstantSource clock) {
        this.broadcasts = broadcasts;
        this.keys = keys;
        this.data = data;
        this.clock = clock;
    }

    /**
     * Starts to publish.
     *
     * @param server address of the RTMP application, without the key
     */
    DemoPublisher publish(ChannelId channel, String server) {
        broadcasts.rename(Actor.SYSTEM, channel, TITLE);
        Path ffmpeg = ffmpeg();
        String address = server + "/" + freshKey(channel).value();
        var publisher = new DemoPublisher(() -> DemoEncoder.start(ffmpeg, address), clock, ZoneId.systemDefault());
        publisher.start();
        return publisher;
    }

    /** A key is shown once, so the one of the last start is lost: it makes room for another. */
    private StreamKey freshKey(ChannelId channel) {
        keys.of(Actor.SYSTEM, channel).stream()
                .filter(key -> key.label().equals(KEY))
                .forEach(key -> keys.revoke(Actor.SYSTEM, key.id()));
        return keys.issue(Actor.SYSTEM, channel, KEY).key();
    }

    private Path ffmpeg() {
        try {
            return switch (FfmpegExecutable.find(System.getenv(), data.resolve("native"))) {
                case FfmpegExecutable.Found(FfmpegExecutable executable) -> executable.path();
                case FfmpegExecutable.Absent(String reason) -> throw new IllegalStateException(reason);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
