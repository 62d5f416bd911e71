// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

import live.tributary.node.kernel.ChannelId;
import live.tributary.node.kernel.OpenFiles;

import static org.assertj.core.api.Assertions.assertThat;

class StreamRoomTest {

    private static final DataSize LIMIT = DataSize.ofMegabytes(20);
    private static final ChannelId CHANNEL = ChannelId.parse("0123456789ab").orElseThrow();

    @Test
    void isThereWhileOneMoreStreamFits() {
        var last = LIMIT.toBytes() - StreamRoom.OF_A_STREAM.toBytes();
        assertThat(room(last, LIMIT).isThereFor(CHANNEL)).isTrue();
        assertThat(room(last + 1, LIMIT).isThereFor(CHANNEL)).isFalse();
    }

    @Test
    void isAQuarterOfTheMachineUnlessSaidOtherwise() {
        assertThat(room(0, LIMIT).limitBytes()).isEqualTo(LIMIT.toBytes());
        assertThat(room(0, DataSize.ofBytes(0)).limitBytes())
                .isBetween(
                        DataSize.ofMegabytes(64).toBytes(),
                        DataSize.ofTerabytes(4).toBytes());
    }

    @Test
    void isThereForNoNewStreamWhenHandlesRunShort() {
        var handles = new FileHandles(new OpenFiles(() -> 1000, 1000 + FileHandles.OF_A_STREAM - 1));
        assertThat(new StreamRoom(LiveStreams.none(), () -> 0, handles, LIMIT).isThereFor(CHANNEL))
                .isFalse();
    }

    private static StreamRoom room(long usedBytes, DataSize limit) {
        return new StreamRoom(LiveStreams.none(), () -> usedBytes, new FileHandles(OpenFiles.ofProcess()), limit);
    }
}
