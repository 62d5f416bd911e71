// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp;

/**
 * One thing a publisher sent: a configuration, a frame, or a hint about them.
 *
 * <p>Byte arrays in tags are heap copies that nobody changes any more: keep them, share them, do not write to them.
 */
public sealed interface MediaTag
        permits VideoConfiguration,
                VideoFrame,
                VideoColorInfo,
                VideoEnd,
                AudioConfiguration,
                AudioFrame,
                AudioChannels,
                AudioEnd,
                StreamMetadata {

    /** The publisher's clock for this tag. */
    RtmpTimestamp timestamp();
}
