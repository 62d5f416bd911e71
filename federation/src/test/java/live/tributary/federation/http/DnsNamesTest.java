// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

import io.netty.resolver.dns.SequentialDnsServerAddressStreamProvider;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DnsNamesTest {

    private static final InetAddress V4 = InetAddress.ofLiteral("192.0.2.1");
    private static final InetAddress OTHER_V4 = InetAddress.ofLiteral("10.0.0.1");
    private static final InetAddress V6 = InetAddress.ofLiteral("2001:db8::1");

    @Test
    void findsEveryAddressOfBothFamilies() throws IOException {
        try (var server = new NameServer(List.of(V4, OTHER_V4, V6));
                var names = server.names()) {
            assertThat(names.lookUp("node.example").toCompletableFuture().join())
                    .containsExactlyInAnyOrder(V4, OTHER_V4, V6);
        }
    }

    @Test
    void failsWhereThereIsNone() throws IOException {
        try (var server = new NameServer(List.of());
                var names = server.names()) {
            var lookUp = names.lookUp("node.example").toCompletableFuture();

            assertThatThrownBy(lookUp::join).hasRootCauseInstanceOf(Exception.class);
        }
    }

    @Test
    void readsTheHostsFileOfTheMachine() {
        try (var names = new DnsNames()) {
            assertThat(names.lookUp("localhost").toCompletableFuture().join()).allMatch(InetAddress::isLoopbackAddress);
        }
    }

    /** Answers each question with all addresses of the family it asks for (RFC 1035, 4.1; RFC 3596). */
    private static final class NameServer implements AutoCloseable {

        private final DatagramSocket socket;
        private final List<InetAddress> addresses;

        NameServer(List<InetAddress> addresses) throws IOException {
            this.addresses = addresses;
            this.socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            Thread.ofVirtual().start(this::serve);
        }

        DnsNames names() {
            return new DnsNames(
                    new SequentialDnsServerAddressStreamProvider((InetSocketAddress) socket.getLocalSocketAddress()));
        }

        private void serve() {
            try {
                while (true) {
                    var question = new DatagramPacket(new byte[512], 512);
                    socket.receive(question);
                    byte[] answer = answer(question.getData());
                    socket.send(new DatagramPacket(answer, answer.length, question.getSocketAddress()));
                }
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        private byte[] answer(byte[] datagram) {
            var question = ByteBuffer.wrap(datagram);
            int id = question.getShort(0);
            int end = 12;
            while (question.get(end) != 0) {
                end += question.get(end) + 1;
            }
            int type = question.getShort(end + 1);
            byte[] asked = Arrays.copyOfRange(datagram, 12, end + 5);
            var matching = addresses.stream()
                    .filter(address -> address.getAddress().length == (type == 1 ? 4 : 16))
                    .toList();
            var answer = ByteBuffer.allocate(512);
            answer.putShort((short) id).putShort((short) 0x8180).putShort((short) 1);
            answer.putShort((short) matching.size()).putInt(0).put(asked);
            for (var address : matching) {
                answer.putShort((short) 0xc00c)
                        .putShort((short) type)
                        .putShort((short) 1)
                        .putInt(60);
                answer.putShort((short) address.getAddress().length).put(address.getAddress());
            }
            return Arrays.copyOf(answer.array(), answer.position());
        }

        @Override
        public void close() {
            socket.close();
        }
    }
}
