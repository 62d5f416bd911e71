// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

import java.time.Instant;
import java.util.Optional;

import live.tributary.ingest.rtmp.Publication;
import live.tributary.ingest.rtmp.PublicationFigures;
import live.tributary.ingest.rtmp.TcpFigures;
import live.tributary.transcoder.PipelineFigures;
import live.tributary.transcoder.media.SoundLevels;

/** Cuts what one connection counts into seconds. Guarded by its owner. */
final class SecondHand {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final int BITS_PER_BYTE = 8;

    private final Publication publication;
    private final ArrivalMeter meter;
    private Arrivals before = Arrivals.NONE;
    private Loudness loudness = Loudness.NOT_MEASURED;
    private long leftOutBefore = -1;
    private long retransmitsBefore;
    private long nanosBefore;

    SecondHand(Publication publication, ArrivalMeter meter) {
        this.publication = publication;
        this.meter = meter;
    }

    Announced announced() {
        return before.announced();
    }

    /** What came since the last call; the first one takes what came since the connection as one second. */
    Sample next(Instant at, long nanos, PipelineFigures pipeline, Optional<SoundLevels> heard) {
        var now = meter.arrivals();
        var wire = publication.figures();
        var tcp = wire.tcp();
        double seconds = nanosBefore == 0 ? 1 : (nanos - nanosBefore) / NANOS_PER_SECOND;
        long leftOut = leftOutBefore < 0 ? 0 : pipeline.droppedByQueue() - leftOutBefore;
        int frames = (int) (now.frames() - before.frames());
        loudness = loudness.next(heard);
        var sample = new Sample(
                at,
                true,
                (int) wire.silence().toSeconds(),
                Math.round((bytes(now) - bytes(before)) * BITS_PER_BYTE / seconds),
                frames,
                frames / seconds,
                (int) (now.missedFrames() - before.missedFrames()),
                (int) (now.lateFrames() - before.lateFrames()),
                (int) leftOut,
                (int) (now.audioUnits() - before.audioUnits()),
                now.keyFrames(),
                now.jitterMillis(),
                now.soundAheadMillis(),
                roundTripMillis(wire),
                tcp.roundTripVariance().toNanos() / NANOS_PER_MILLI,
                ping(wire),
                (int) (tcp.retransmits() - retransmitsBefore),
                (int) pipeline.queued().toMillis(),
                pipeline.stream().groups(),
                loudness);
        before = now;
        leftOutBefore = pipeline.droppedByQueue();
        retransmitsBefore = tcp.retransmits();
        nanosBefore = nanos;
        return sample;
    }

    private static long bytes(Arrivals arrivals) {
        return arrivals.videoBytes() + arrivals.audioBytes();
    }

    /** The kernel's measure if there is one: an RTMP ping also waits for the encoder to answer. */
    private static double roundTripMillis(PublicationFigures wire) {
        return wire.kernelView()
                .map(TcpFigures::roundTrip)
                .map(time -> time.toNanos() / NANOS_PER_MILLI)
                .orElseGet(() -> ping(wire));
    }

    private static double ping(PublicationFigures wire) {
        return wire.pingRoundTrip()
                .map(time -> time.toNanos() / NANOS_PER_MILLI)
                .orElse(0.0);
    }
}
