// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import live.tributary.transcoder.ffmpeg.EncodedPicture;
import live.tributary.transcoder.ffmpeg.Encoder;
import live.tributary.transcoder.ffmpeg.EncoderFigures;
import live.tributary.transcoder.ffmpeg.EncoderListener;
import live.tributary.transcoder.ffmpeg.EncoderPause;
import live.tributary.transcoder.ffmpeg.EncoderPicture;
import live.tributary.transcoder.ffmpeg.EncoderSound;
import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.media.TrackConfiguration;

/** Encodes nothing: what it is offered comes back in the order of showing, that many pictures later. */
final class EchoEncoder implements Encoder {

    private final EncoderListener listener;
    private final int lag;
    private final List<EncoderPicture> group = new ArrayList<>();
    private final List<EncoderPicture> underway = new ArrayList<>();
    private Set<RenditionName> running = Set.of();
    private Set<RenditionName> before = Set.of();
    boolean closed;

    EchoEncoder(EncoderListener listener, int lag) {
        this.listener = listener;
        this.lag = lag;
    }

    @Override
    public void configure(TrackConfiguration configuration) {
        group.clear();
        flush();
    }

    @Override
    public void offer(EncoderPicture picture) {
        if (picture.keyFrame()) {
            group.clear();
        }
        group.add(picture);
        if (!running.isEmpty()) {
            underway.add(picture);
            sendBack(lag);
        }
    }

    @Override
    public void offer(EncoderSound sound) {}

    @Override
    public void want(Set<RenditionName> rungs) {
        if (!running.isEmpty()) {
            flush();
            listener.onPaused(running, new EncoderPause(EncoderPause.Cause.NOT_WANTED, "stopped"));
        }
        begin(rungs);
    }

    /** The child dies with what is underway. */
    void die() {
        underway.clear();
        listener.onPaused(running, new EncoderPause(EncoderPause.Cause.DIED, "killed"));
        before = running;
        running = Set.of();
    }

    /** Another begins with the newest group of pictures. */
    void revive() {
        begin(before);
    }

    /** It cannot keep up with that rung. */
    void drop(RenditionName rung) {
        running.remove(rung);
        listener.onDropped(rung);
    }

    /** What is underway comes back. */
    void flush() {
        sendBack(0);
    }

    private void begin(Set<RenditionName> rungs) {
        running = new HashSet<>(rungs);
        running.forEach(rung -> listener.onConfiguration(rung, Feed.H264));
        underway.addAll(running.isEmpty() ? List.of() : group);
    }

    private void sendBack(int kept) {
        underway.sort(Comparator.comparingLong(EchoEncoder::shown));
        while (underway.size() > kept) {
            var next = underway.removeFirst();
            running.forEach(
                    rung -> listener.onPicture(rung, new EncodedPicture(shown(next), next.keyFrame(), next.data())));
        }
    }

    private static long shown(EncoderPicture picture) {
        return picture.decodeMillis() + picture.compositionMillis();
    }

    @Override
    public EncoderFigures figures() {
        return EncoderFigures.NONE;
    }

    @Override
    public void close() {
        closed = true;
    }
}
