// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.session;

import io.netty.channel.epoll.EpollChannelOption;
import org.junit.jupiter.api.Test;

import live.tributary.ingest.rtmp.EventLoops;

import static org.assertj.core.api.Assertions.assertThat;

class TransportTest {

    @Test
    void letsTheKernelGiveUpOnAVanishedPeerAfterFifteenSeconds() {
        try (var transport = Transport.of(new EventLoops.Own(1))) {
            assertThat(transport.bootstrap().config().childOptions())
                    .containsEntry(EpollChannelOption.TCP_USER_TIMEOUT, 15_000);
        }
    }
}
