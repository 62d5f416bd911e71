// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.tag;

import java.util.ArrayList;
import java.util.List;

import io.netty.buffer.Unpooled;

import live.tributary.ingest.rtmp.MediaTag;
import live.tributary.ingest.rtmp.PublishLimits;
import live.tributary.ingest.rtmp.TagText;

/** A tag reader and what came out of it, as lines of text. */
final class Tags implements TagSink {
    final List<String> lines = new ArrayList<>();
    final List<String> dropped = new ArrayList<>();
    final TagReader reader = new TagReader(PublishLimits.DEFAULTS, this);

    @Override
    public void tag(MediaTag tag) {
        lines.add(TagText.of(tag));
    }

    @Override
    public void dropped(String why) {
        dropped.add(why);
    }

    Tags video(byte... body) {
        reader.video(40, Unpooled.wrappedBuffer(body));
        return this;
    }

    Tags audio(byte... body) {
        reader.audio(40, Unpooled.wrappedBuffer(body));
        return this;
    }
}
