// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probe;

import java.nio.file.Path;
import java.time.Duration;

import live.tributary.fixtures.load.LoadOrder;
import live.tributary.fixtures.process.Programs;
import live.tributary.fixtures.publisher.AudioEncoder;
import live.tributary.fixtures.publisher.FfmpegPublisher;
import live.tributary.fixtures.publisher.Programme;
import live.tributary.fixtures.publisher.VideoEncoder;

/** What all publishers of benchmarks send: 720p30 at 2.56 Mb/s and sound at 128 kb/s, a key frame each two seconds. */
record BenchClip(Path file) {

    /** 240 pictures and 375 frames of sound: it loops without a seam. */
    static final Duration LENGTH = Duration.ofSeconds(8);

    private static final Duration RECORDED = LENGTH.plusSeconds(1);

    static BenchClip record(Path folder) {
        var programme = Programme.synthetic()
                .with(VideoEncoder.H264_AT_2560_KBPS, AudioEncoder.AAC)
                .sized(1280, 720)
                .lasting(RECORDED);
        Path file = folder.resolve("bench.flv");
        FfmpegPublisher.record(Programs.DEBIAN_FFMPEG, programme, file);
        return new BenchClip(file);
    }

    /** @param addresses a file with one address a line */
    LoadOrder publishTo(Path addresses) {
        return new LoadOrder.Publish(file, LENGTH, addresses);
    }
}
