// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.time.Instant;
import java.util.Optional;

import live.tributary.node.kernel.ChannelId;

/**
 * A still of what is on air, for cards and links.
 *
 * @param jpeg must not be written to
 * @param size of the picture
 * @param large the same at up to 1,280 pixels wide, for other servers; must not be written to
 * @param takenAt when its frame reached the node
 */
@SuppressWarnings("ArrayRecordComponent") // handed on as it is, never compared
public record PreviewPicture(ChannelId channel, byte[] jpeg, JpegSize size, byte[] large, Instant takenAt) {

    /** Name of the picture in a channel's folder. */
    public static final String NAME = "preview.jpg";

    /** The width of a picture, unless the source is narrower. */
    static final int WIDTH = 640;

    private static final int DENSE = 36;

    /** Empty for what is no JPEG. */
    static Optional<PreviewPicture> of(ChannelId channel, byte[] large, Instant takenAt) {
        return JpegSize.of(large)
                .flatMap(size -> size.width() <= WIDTH
                        ? Optional.of(new PreviewPicture(channel, large, size, large, takenAt))
                        : smaller(channel, large, takenAt));
    }

    private static Optional<PreviewPicture> smaller(ChannelId channel, byte[] large, Instant takenAt) {
        return JpegScaler.narrowed(large, WIDTH)
                .flatMap(
                        jpeg -> JpegSize.of(jpeg).map(size -> new PreviewPicture(channel, jpeg, size, large, takenAt)));
    }

    /** Differs from picture to picture of one channel. */
    public String version() {
        return Long.toString(takenAt.toEpochMilli(), DENSE);
    }

    /** Path and query of this picture; sites that keep what they once fetched come again for another one. */
    public String path() {
        return "/live/%s/%s?v=%s".formatted(channel.value(), NAME, version());
    }
}
