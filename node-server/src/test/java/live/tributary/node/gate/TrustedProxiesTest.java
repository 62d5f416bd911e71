// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TrustedProxiesTest {

    private final TrustedProxies proxies = new TrustedProxies(List.of("127.0.0.0/8", "10.0.0.0/8"));

    @Test
    void takesTheAddressThatTheLastProxySaw() {
        assertThat(client("198.51.100.1")).isEqualTo("198.51.100.1");
        assertThat(client("198.51.100.1, 10.0.0.5")).isEqualTo("198.51.100.1");
    }

    @Test
    void doesNotBelieveWhatAStrangerWroteInFront() {
        assertThat(client("1.2.3.4, 198.51.100.1, 10.0.0.5")).isEqualTo("198.51.100.1");
        assertThat(client("10.0.0.1, 198.51.100.1")).isEqualTo("198.51.100.1");
    }

    @Test
    void staysWithTheConnectionWhereTheHeaderIsNoAddress() {
        assertThat(client("unknown")).isEqualTo("none");
        assertThat(client("")).isEqualTo("none");
    }

    @Test
    void readsTheHostWithAndWithoutPort() {
        assertThat(TrustedProxies.hostAndPort("example.org", "https")).isEqualTo(Map.entry("example.org", 443));
        assertThat(TrustedProxies.hostAndPort("example.org:8443", "https")).isEqualTo(Map.entry("example.org", 8443));
        assertThat(TrustedProxies.hostAndPort("[2001:db8::1]", "http")).isEqualTo(Map.entry("[2001:db8::1]", 80));
        assertThat(TrustedProxies.hostAndPort("example.org:x", "http").getValue())
                .isNegative();
    }

    private String client(String forwardedFor) {
        HttpHeaders headers = new DefaultHttpHeaders().add("X-Forwarded-For", forwardedFor);
        return proxies.client(headers).map(InetAddress::getHostAddress).orElse("none");
    }
}
