// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp;

/** What one peer may ask of us. Every value has a test at the limit and one above it. */
public record RtmpLimits(Deadlines deadlines, MessageLimits messages, AmfLimits amf, PublishLimits publishing) {

    public static final RtmpLimits DEFAULTS =
            new RtmpLimits(Deadlines.DEFAULTS, MessageLimits.DEFAULTS, AmfLimits.DEFAULTS, PublishLimits.DEFAULTS);

    public RtmpLimits withDeadlines(Deadlines other) {
        return new RtmpLimits(other, messages, amf, publishing);
    }

    public RtmpLimits withMessages(MessageLimits other) {
        return new RtmpLimits(deadlines, other, amf, publishing);
    }

    public RtmpLimits withPublishing(PublishLimits other) {
        return new RtmpLimits(deadlines, messages, amf, other);
    }
}
