// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import live.tributary.transcoder.codec.AacConfig;
import live.tributary.transcoder.codec.CodecConfig;
import live.tributary.transcoder.codec.MalformedConfigException;
import live.tributary.transcoder.ffmpeg.EncodedSound;
import live.tributary.transcoder.ffmpeg.EncoderFigures;
import live.tributary.transcoder.hls.AudioFormat;
import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.hls.WindowWriter;
import live.tributary.transcoder.ladder.AacSound;
import live.tributary.transcoder.media.StreamHints;
import live.tributary.transcoder.media.Ticks;
import live.tributary.transcoder.media.TrackConfiguration;
import live.tributary.transcoder.mp4.InitSegment;
import live.tributary.transcoder.mp4.Sample;
import live.tributary.transcoder.mp4.TrackId;

/**
 * Cuts the sound that an encoder made of the publisher's, to whole access units. The encoder counts samples and fills
 * holes with silence, so its times are believed to a few milliseconds only.
 */
final class EncodedSoundCutter implements EncodedFollower {

    private static final Logger log = LoggerFactory.getLogger(EncodedSoundCutter.class);

    private static final int RATE = AacSound.SAMPLES_PER_SECOND;

    /** Times travel in milliseconds, and a device's clock drifts: less apart than that is no hole. */
    private static final long IGNORED_SAMPLES = RATE / 20;

    /** No encoder lags by so many segments. */
    private static final int MOST_AHEAD = 16;

    /** A segment of the publisher's that this has not reached yet. */
    private record Ahead(int segment, long firstSample) {}

    private final WindowWriter writer;
    private final Lane lane;
    private final FollowedSegments segments;
    private final long mostInPart;
    private final Deque<Ahead> ahead = new ArrayDeque<>();
    private @Nullable AacConfig header;
    private boolean resting = true;
    private boolean complained;

    EncodedSoundCutter(WindowWriter writer, Targets targets, int firstSegment) {
        this.writer = writer;
        this.lane = new Lane(writer, RenditionName.AAC, TrackId.AUDIO, RATE);
        this.segments = new FollowedSegments(writer, RenditionName.AAC, firstSegment);
        this.mostInPart = targets.audioPartSamples(RATE);
    }

    /** Describes it before its encoder has run. */
    static AudioFormat format() {
        return new AudioFormat(AacSound.CODECS, "aac", AacSound.CHANNELS, AacSound.BITS_PER_SECOND);
    }

    @Override
    public void expect() {
        segments.expect();
        resting = false;
        declare();
    }

    @Override
    public void waitNoLonger() {
        segments.waitNoLonger();
    }

    @Override
    public void configured(TrackConfiguration configuration) {
        try {
            if (CodecConfig.parse(configuration, StreamHints.NONE) instanceof AacConfig aac
                    && aac.sampleRate() == RATE) {
                header = aac;
                declare();
            } else {
                refused("no AAC of %d Hz".formatted(RATE));
            }
        } catch (MalformedConfigException e) {
            refused(e.toString());
        }
    }

    /** Nothing of it is heard before a good one comes. Said once a run: a child that went bad may send thousands. */
    private void refused(String why) {
        header = null;
        pause();
        if (!complained) {
            log.warn("encoder sent a bad configuration of sound why=\"{}\"", why);
            complained = true;
        }
    }

    /** How it begins; once more for each session, whose segments have other names. */
    void declare() {
        var sound = header;
        if (sound != null && !resting) {
            writer.start(RenditionName.AAC, InitSegment.of(sound));
        }
    }

    /** The segment stays open: a run that takes over goes on where this one ends. */
    @Override
    public void runEnded() {
        header = null;
        complained = false;
    }

    @Override
    public void rest() {
        resting = true;
        writer.rest(RenditionName.AAC);
        pause();
    }

    @Override
    public void pause() {
        leaveSegment();
        segments.waitNoLonger();
    }

    @Override
    public void end() {
        lane.writeAll();
        segments.waitNoLonger();
    }

    @Override
    public void sourceClosed(int segment, Duration length) {
        segments.sourceClosed(segment, length);
    }

    @Override
    public boolean isLastOneClosed() {
        return segments.isLastOneClosed();
    }

    @Override
    public int parts() {
        return lane.parts();
    }

    RungFigures figures(EncoderFigures encoder) {
        boolean running = encoder.running().contains(RenditionName.AAC);
        return new RungFigures(
                RenditionName.AAC,
                AacSound.CODECS,
                true,
                0,
                0,
                0,
                AacSound.BITS_PER_SECOND,
                running,
                running ? encoder.speed() : 0);
    }

    /** The publisher's segment of that number begins. */
    void sourceOpened(int segment, Ticks at) {
        ahead.addLast(new Ahead(segment, at.rescale(RATE).count()));
        if (ahead.size() > MOST_AHEAD) {
            ahead.removeFirst();
        }
    }

    /** The next access unit of a run. */
    void add(EncodedSound unit) {
        var config = header;
        if (config == null || resting) {
            return;
        }
        long told = Math.floorDiv(unit.millis() * RATE, 1000);
        if (told < lane.end() - config.samples() / 2) {
            // A run begins a little before the one that it replaces ends.
            return;
        }
        boolean goesOn = told - lane.end() < IGNORED_SAMPLES;
        var sample = new Sample(unit.data(), goesOn ? lane.end() : told, config.samples(), 0, true);
        if (!reachSegment(sample) && !goesOn) {
            leaveSegment();
        }
        if (segments.isInAny()) {
            take(sample);
        }
    }

    private void take(Sample sample) {
        lane.add(sample);
        if (lane.end() + sample.duration() - lane.start() > mostInPart) {
            lane.writeAll();
        }
    }

    /** Whether a segment begins with that sample: sound that came too late for its segment is not heard before the next. */
    private boolean reachSegment(Sample first) {
        boolean entered = false;
        while (!ahead.isEmpty() && ahead.getFirst().firstSample() <= first.decodeTime()) {
            var next = ahead.removeFirst();
            lane.writeAll();
            entered = segments.canEnter(next.segment()) && first.decodeTime() - next.firstSample() <= first.duration();
            if (entered) {
                segments.enter(next.segment());
                lane.beginSegment();
            } else {
                segments.leave();
            }
        }
        return entered;
    }

    private void leaveSegment() {
        lane.writeAll();
        segments.leave();
    }
}
