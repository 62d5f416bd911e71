// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls.store;

import java.util.regex.Pattern;

/** Names a window in its node: also two folders, so that each part has a grammar without dots and slashes. */
public record WindowName(String channel, String broadcast) {

    private static final Pattern GRAMMAR = Pattern.compile("[a-z0-9-]{1,64}");

    public WindowName {
        if (!GRAMMAR.matcher(channel).matches() || !GRAMMAR.matcher(broadcast).matches()) {
            throw new IllegalArgumentException("not a name of a window: %s, %s".formatted(channel, broadcast));
        }
    }

    boolean isIn(String channelFolder, String broadcastFolder) {
        return channel.equals(channelFolder) && broadcast.equals(broadcastFolder);
    }
}
