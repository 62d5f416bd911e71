// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.session;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import live.tributary.ingest.rtmp.message.Acknowledgement;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

class ReceivedBytesTest {
    private static final int WRITABILITY_BIT = 1;

    private final ReceivedBytes received =
            new ReceivedBytes(new ConnectionMeters(System::nanoTime), 1_000_000_000, System::nanoTime);
    private final EmbeddedChannel channel = new EmbeddedChannel(received);

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    @Test
    void acknowledgesHalfAWindowAtATimeHoweverSmallThePeerWantsIt() {
        received.window(0);
        receive(2_047);
        assertThat(channel.<Acknowledgement>readOutbound()).isNull();
        receive(1);
        assertThat(channel.<Acknowledgement>readOutbound()).isEqualTo(new Acknowledgement(2_048));
    }

    @Test
    void doesNotPileUpAcknowledgementsForAPeerThatDoesNotRead() {
        received.window(0);
        requireNonNull(channel.unsafe().outboundBuffer()).setUserDefinedWritability(WRITABILITY_BIT, false);
        receive(100_000);
        assertThat(channel.<Acknowledgement>readOutbound()).isNull();
        requireNonNull(channel.unsafe().outboundBuffer()).setUserDefinedWritability(WRITABILITY_BIT, true);
        receive(1);
        assertThat(channel.<Acknowledgement>readOutbound()).isEqualTo(new Acknowledgement(100_001));
    }

    private void receive(int bytes) {
        channel.writeInbound(Unpooled.wrappedBuffer(new byte[bytes]));
    }
}
