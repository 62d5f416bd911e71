// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.util.stream.Stream;

import live.tributary.node.kernel.ChannelId;

/** Monitors by channel. A few channels may share one: they then wait for each other, which costs milliseconds. */
final class ChannelLocks {

    private static final int COUNT = 256;

    private final Object[] locks = Stream.generate(Object::new).limit(COUNT).toArray();

    Object of(ChannelId channel) {
        return locks[Math.floorMod(channel.hashCode(), COUNT)];
    }
}
