// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.stills;

import java.util.Optional;

import live.tributary.node.kernel.BroadcastId;
import live.tributary.node.kernel.ChannelId;
import live.tributary.node.studio.LiveStream;
import live.tributary.node.studio.LiveStreams;
import live.tributary.node.studio.PreviewPicture;

/** The pictures that stand for broadcasts. Safe for any thread that may block. */
public final class Stills {

    private static final String LAST = "last";

    private final LiveStreams streams;
    private final StillFolder folder;
    private final FramedStills framed;

    Stills(LiveStreams streams, StillFolder folder, FramedStills framed) {
        this.streams = streams;
        this.folder = folder;
        this.framed = framed;
    }

    /**
     * The newest still of a broadcast, or the last of one that is over, as a JPEG of exactly this size. Empty before the
     * first, and where none was kept. Not to be written to.
     */
    public Optional<byte[]> find(ChannelId channel, BroadcastId broadcast, StillSize size) {
        var live = newest(channel, broadcast);
        var version = live.map(PreviewPicture::version).orElse(LAST);
        return framed.of(
                new FramedStills.Key(broadcast, version, size),
                () -> live.map(PreviewPicture::large).or(() -> folder.find(broadcast)));
    }

    /** Keeps the newest still of a broadcast that is over. */
    void keepLast(ChannelId channel, BroadcastId broadcast) {
        newest(channel, broadcast).ifPresent(picture -> folder.put(broadcast, picture.large()));
    }

    /** There is none of this broadcast any more. */
    public void forget(BroadcastId broadcast) {
        folder.forget(broadcast);
        framed.forget(broadcast);
    }

    private Optional<PreviewPicture> newest(ChannelId channel, BroadcastId broadcast) {
        return streams.find(channel)
                .filter(stream -> stream.broadcast().equals(broadcast))
                .flatMap(LiveStream::lastPicture);
    }
}
