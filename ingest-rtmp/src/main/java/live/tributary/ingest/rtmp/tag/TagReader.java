// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.tag;

import java.util.List;

import io.netty.buffer.ByteBuf;

import live.tributary.ingest.rtmp.PublishLimits;
import live.tributary.ingest.rtmp.RtmpException;
import live.tributary.ingest.rtmp.RtmpTimestamp;
import live.tributary.ingest.rtmp.amf.AmfValue;

/**
 * Turns the messages of one publication into tags. A message that cannot be read is dropped and said so; only what makes
 * the publication pointless, an unknown codec on the source, is an exception.
 *
 * <p>Keeps nothing but which tracks it has seen. Reads from the buffers, never keeps one.
 */
public final class TagReader {
    private final TagSink sink;
    private final VideoTagReader video;
    private final AudioTagReader audio;
    private final MetadataReader metadata;

    public TagReader(PublishLimits limits, TagSink sink) {
        this.sink = sink;
        this.video = new VideoTagReader(limits, sink);
        this.audio = new AudioTagReader(limits, sink);
        this.metadata = new MetadataReader(sink);
    }

    public void video(long timestamp, ByteBuf body) {
        guarded(() -> video.read(RtmpTimestamp.ofMilliseconds(timestamp), body));
    }

    public void audio(long timestamp, ByteBuf body) {
        guarded(() -> audio.read(RtmpTimestamp.ofMilliseconds(timestamp), body));
    }

    public void data(long timestamp, List<AmfValue> values) {
        metadata.read(RtmpTimestamp.ofMilliseconds(timestamp), values);
    }

    private void guarded(Runnable reading) {
        try {
            reading.run();
        } catch (RtmpException problem) {
            if (problem.scope() == RtmpException.Scope.CONNECTION) {
                throw problem;
            }
            sink.dropped(problem.what());
        }
    }
}
