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
import live.tributary.transcoder.ffmpeg.EncoderPause;
import live.tributary.transcoder.ffmpeg.EncoderPicture;
import live.tributary.transcoder.ffmpeg.EncoderSound;
import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.ladder.Grant;
import live.tributary.transcoder.ladder.Rung;
import live.tributary.transcoder.media.TrackConfiguration;

/** A ladder whose encoder encodes nothing: what it is offered comes back in the order of showing, that many pictures later. */
final class EchoEncoder implements Encoder, Ladder {

    private final LadderListener listener;
    private final List<Rung> granted;
    private final int lag;
    private final List<EncoderPicture> group = new ArrayList<>();
    private final List<EncoderPicture> underway = new ArrayList<>();
    private Set<RenditionName> running = Set.of();
    private Set<RenditionName> before = Set.of();
    final Set<RenditionName> givenUp = new HashSet<>();
    boolean closed;
    int watching;

    EchoEncoder(LadderListener listener, List<Rung> granted, int lag) {
        this.listener = listener;
        this.granted = granted;
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

    /** It goes on, but says that its pictures are what they cannot be. */
    void lie() {
        var nonsense = new TrackConfiguration(Feed.H264.track(), Feed.H264.codec(), new byte[] {1});
        running.forEach(rung -> listener.onConfiguration(rung, nonsense));
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
    public Grant granted() {
        return new Grant(granted, false);
    }

    @Override
    public boolean always() {
        return true;
    }

    @Override
    public Encoder encoder() {
        return this;
    }

    @Override
    public void measure(int players) {
        watching = players;
    }

    @Override
    public void giveUp(Set<RenditionName> rungs) {
        givenUp.addAll(rungs);
    }

    /** The machine has room for these. */
    void grant(Rung... rungs) {
        listener.onGranted(new Grant(List.of(rungs), false));
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
