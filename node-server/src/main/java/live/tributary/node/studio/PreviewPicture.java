// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.time.Instant;

import live.tributary.node.kernel.ChannelId;

/**
 * A still of what is on air, for cards and links.
 *
 * @param jpeg must not be written to
 * @param size of the picture
 * @param takenAt when its frame reached the node
 */
@SuppressWarnings("ArrayRecordComponent") // handed on as it is, never compared
public record PreviewPicture(ChannelId channel, byte[] jpeg, JpegSize size, Instant takenAt) {

    /** Name of the picture in a channel's folder. */
    public static final String NAME = "preview.jpg";

    private static final int DENSE = 36;

    /** Differs from picture to picture of one channel. */
    public String version() {
        return Long.toString(takenAt.toEpochMilli(), DENSE);
    }

    /** Path and query of this picture; sites that keep what they once fetched come again for another one. */
    public String path() {
        return "/live/%s/%s?v=%s".formatted(channel.value(), NAME, version());
    }
}
