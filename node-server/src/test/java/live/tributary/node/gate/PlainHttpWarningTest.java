// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import java.net.InetAddress;

import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;

import static org.assertj.core.api.Assertions.assertThat;

final class PlainHttpWarningTest {

    private final ServerProperties server = new ServerProperties();

    @Test
    void isGivenWhereOtherMachinesReachANodeWithoutACertificate() {
        assertThat(PlainHttpWarning.overheard(server)).isTrue();
        server.setAddress(InetAddress.ofLiteral("192.0.2.1"));
        assertThat(PlainHttpWarning.overheard(server)).isTrue();
    }

    @Test
    void isSparedBehindAProxyOfTheSameMachine() {
        server.setAddress(InetAddress.getLoopbackAddress());
        assertThat(PlainHttpWarning.overheard(server)).isFalse();
    }

    @Test
    void isSparedWithACertificate() {
        var certificate = new Ssl();
        certificate.setBundle("node");
        server.setSsl(certificate);
        assertThat(PlainHttpWarning.overheard(server)).isFalse();
    }
}
