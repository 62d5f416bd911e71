// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.io.IOException;
import java.io.OutputStream;

import live.tributary.transcoder.flv.FlvTag;
import live.tributary.transcoder.flv.FlvWriter;
import live.tributary.transcoder.media.AudioCodec;
import live.tributary.transcoder.media.TrackConfiguration;
import live.tributary.transcoder.media.VideoCodec;

/** The way into one child: offered by the pipeline, which never waits, and written by a thread of its own. */
final class Feed {

    /**
     * Where a child's clock begins: reordered pictures may lie before the key frame that is sent first, and FLV counts
     * from zero.
     */
    static final long LEAD_MILLIS = 1_000;

    private static final long MOST_MILLIS = Integer.MAX_VALUE;

    private final RunPlan plan;
    private final FrameQueue queue;
    private final Flow pictures = new Flow();
    private final Flow sound = new Flow();

    Feed(RunPlan plan, long mostMillis) {
        this.plan = plan;
        this.queue = new FrameQueue(mostMillis, plan.headStartMillis());
        plan.video().ifPresent(this::configure);
        plan.sound().ifPresent(this::configure);
    }

    private void configure(TrackConfiguration configuration) {
        if (configuration.codec() != AudioCodec.MP3) {
            queue.add(new FlvTag.Configuration(0, configuration.codec(), configuration.record()));
        }
    }

    void offer(EncoderPicture picture) {
        long millis = picture.decodeMillis() - plan.baseMillis();
        if (plan.video().isPresent() && fits(millis)) {
            var codec = (VideoCodec) plan.video().get().codec();
            var tag =
                    new FlvTag.Picture(millis, codec, picture.compositionMillis(), picture.keyFrame(), picture.data());
            add(tag, pictures, picture.presentationMillis());
        }
    }

    void offer(EncoderSound unit) {
        long millis = unit.millis() - plan.baseMillis();
        if (plan.sound().isPresent() && fits(millis)) {
            var codec = (AudioCodec) plan.sound().get().codec();
            add(new FlvTag.Sound(millis, codec, unit.data()), sound, unit.millis());
        }
    }

    private static boolean fits(long millis) {
        return millis >= 0 && millis <= MOST_MILLIS;
    }

    private void add(FlvTag tag, Flow flow, long presentationMillis) {
        // First: its answer may be here before this thread goes on.
        flow.offered(presentationMillis);
        if (!queue.add(tag)) {
            flow.skipped();
        }
    }

    /** Writes what comes until nothing more does, and closes the stream. Blocks as long as the child pleases. */
    void writeTo(OutputStream out) {
        try (out) {
            var writer = new FlvWriter(out);
            writer.begin(plan.video().isPresent(), plan.sound().isPresent());
            for (var tag = queue.take(); tag.isPresent(); tag = queue.take()) {
                write(writer, tag.get());
            }
        } catch (IOException _) {
            // The child is gone; whoever watches it knows more.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(FlvWriter writer, FlvTag tag) throws IOException {
        switch (tag) {
            case FlvTag.Configuration _ -> writer.write(tag);
            case FlvTag.Picture picture -> write(writer, tag, pictures, picture.compositionMillis());
            case FlvTag.Sound _ -> write(writer, tag, sound, 0);
        }
    }

    private void write(FlvWriter writer, FlvTag tag, Flow flow, int compositionMillis) throws IOException {
        flow.writing(System.nanoTime());
        writer.write(tag);
        flow.written(plan.baseMillis() + tag.millis() + compositionMillis, System.nanoTime());
    }

    /** Nothing more will be offered; what was, is still written. */
    void end() {
        queue.end();
    }

    /** Nobody reads any more. */
    void abandon() {
        queue.abandon();
    }

    Flow pictures() {
        return pictures;
    }

    Flow sound() {
        return sound;
    }

    int skips() {
        return queue.skips();
    }

    long skippedPictures() {
        return queue.skippedPictures();
    }
}
