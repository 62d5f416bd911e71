// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kernel;

import java.util.Optional;

/** Names a channel, also in media URLs: {@code /live/{channel}/…}. Twelve random characters of base 32, so that a
 *  path is short, keeps its case and tells nothing about when or for whom it was made. */
public record ChannelId(String value) {

    private static final int CHARACTERS = 12;

    public ChannelId {
        if (!Base32.isBase32(value, CHARACTERS)) {
            throw new IllegalArgumentException("not a channel id");
        }
    }

    public static ChannelId random() {
        return new ChannelId(Base32.random(CHARACTERS));
    }

    public static Optional<ChannelId> parse(String text) {
        return Base32.isBase32(text, CHARACTERS) ? Optional.of(new ChannelId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
