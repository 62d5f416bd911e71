// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.session;

import live.tributary.ingest.rtmp.MediaListener;
import live.tributary.ingest.rtmp.MediaTag;
import live.tributary.ingest.rtmp.PublicationEnd;
import live.tributary.ingest.rtmp.PublishLimits;
import live.tributary.ingest.rtmp.message.AudioMessage;
import live.tributary.ingest.rtmp.message.DataMessage;
import live.tributary.ingest.rtmp.message.VideoMessage;
import live.tributary.ingest.rtmp.tag.TagReader;
import live.tributary.ingest.rtmp.tag.TagSink;

/** What is on air on a connection: reads its media for the listener. */
final class OpenPublication implements TagSink {
    private final MediaListener listener;
    private final ConnectionMeters meters;
    private final TagReader reader;

    OpenPublication(MediaListener listener, PublishLimits limits, ConnectionMeters meters) {
        this.listener = listener;
        this.meters = meters;
        this.reader = new TagReader(limits, this);
    }

    void video(VideoMessage message) {
        meters.video(message.body().readableBytes());
        reader.video(message.timestamp(), message.body());
    }

    void audio(AudioMessage message) {
        meters.audio(message.body().readableBytes());
        reader.audio(message.timestamp(), message.body());
    }

    void data(DataMessage message) {
        reader.data(message.timestamp(), message.values());
    }

    @Override
    public void tag(MediaTag tag) {
        listener.onTag(tag);
    }

    @Override
    public void dropped(String why) {
        meters.dropped();
    }

    void end(PublicationEnd why) {
        listener.onEnd(why);
    }
}
