// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AddressGuardTest {

    private final AddressGuard guard = AddressGuard.internet();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.0",
                "192.0.3.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "198.51.101.0",
                "203.0.114.0",
                "223.255.255.255",
                "2000::",
                "2001:4860:4860::8888",
                "2001:1::1",
                "2001:db7:ffff::",
                "2001:db9::",
                "2003::",
                "2606:4700::1111",
                "3ffe:ffff::",
                "64:ff9b::8.8.8.8",
            })
    void allowsWhatIsPublic(String address) {
        assertThat(guard.allows(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.255.255.255",
                "10.0.0.0",
                "10.255.255.255",
                "100.64.0.0",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.255",
                "169.254.0.0",
                "169.254.169.254",
                "172.16.0.0",
                "172.31.255.255",
                "192.0.0.0",
                "192.0.0.255",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.0",
                "192.168.255.255",
                "198.18.0.0",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "239.255.255.250",
                "240.0.0.0",
                "255.255.255.255",
                "::",
                "::1",
                "::8.8.8.8",
                "::ffff:10.0.0.1",
                "::ffff:0:8.8.8.8",
                "64:ff9b::10.0.0.1",
                "64:ff9b::169.254.169.254",
                "64:ff9b:1::8.8.8.8",
                "64:ff9b:1:808:8:800::",
                "100::1",
                "1fff:ffff::",
                "2001::1",
                "2001:0:808:808::",
                "2001:db8::1",
                "2002:808:808::1",
                "3fff::1",
                "3fff:fff:ffff::",
                "4000::",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
            })
    void forbidsWhatIsNot(String address) {
        assertThat(guard.allows(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1,false", "169.254.169.254,false", "8.8.8.8,true"})
    void looksIntoMappedAddresses(String address, boolean allowed) throws UnknownHostException {
        byte[] bytes = new byte[16];
        bytes[10] = (byte) 0xff;
        bytes[11] = (byte) 0xff;
        System.arraycopy(InetAddress.ofLiteral(address).getAddress(), 0, bytes, 12, 4);

        // The only way to an IPv6 object for such an address; the JDK would make an IPv4 one of it.
        var mapped = Inet6Address.getByAddress("mapped.example", bytes, -1);

        assertThat(guard.allows(mapped)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://node.example",
                "https://node.example/",
                "https://node.example:443/ap/p/ana?x=%20#main-key",
                "HTTPS://Node.Example/",
                "https://xn--hxajbheg2az3al.xn--jxalpdlp/",
                "https://1.node.example/",
                "https://a.b.c.d.e.example/",
            })
    void letsNamedHostsThrough(String address) {
        assertThat(guard.refusal(URI.create(address))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://node.example/, NOT_HTTPS",
        "ftp://node.example/, NOT_HTTPS",
        "https://node.example:80/, OTHER_PORT",
        "https://node.example:8443/, OTHER_PORT",
        "https://node.example:0/, OTHER_PORT",
        "https://10.0.0.1/, NUMBER_FOR_A_HOST",
        "https://8.8.8.8/, NUMBER_FOR_A_HOST",
        "https://[::1]/, NUMBER_FOR_A_HOST",
        "https://[2606:4700::1111]/, NUMBER_FOR_A_HOST",
        "https://[::ffff:127.0.0.1]/, NUMBER_FOR_A_HOST",
        "https://localhost/, LOCAL_NAME",
        "https://router/, LOCAL_NAME",
        "https://node.example./, NOT_AN_ADDRESS",
        "https://127.1/, NOT_AN_ADDRESS",
        "https://0x7f.0x1/, NOT_AN_ADDRESS",
        "https://2130706433/, NUMBER_FOR_A_HOST",
        "https://who@node.example/, NOT_AN_ADDRESS",
        "https://who:secret@node.example/, NOT_AN_ADDRESS",
        "https://under_score.example/, NOT_AN_ADDRESS",
        "https:/node.example, NOT_AN_ADDRESS",
        "https:node.example, NOT_AN_ADDRESS",
        "acct:ana@node.example, NOT_AN_ADDRESS",
        "/ap/p/ana, NOT_AN_ADDRESS",
        "//node.example/, NOT_AN_ADDRESS",
        "file:///etc/passwd, NOT_AN_ADDRESS",
    })
    void refusesOthersAndSaysWhy(String address, Refusal why) {
        assertThat(guard.refusal(URI.create(address))).isEqualTo(Optional.of(why));
    }

    @Test
    void lettersThatAHostCannotHaveAreNoHost() {
        assertThat(guard.refusal(URI.create("https://n\u00f6de.example/"))).contains(Refusal.NOT_AN_ADDRESS);
    }

    @Test
    void letsATestReachItsOwnMachineAndNothingElse() {
        var loopback = AddressGuard.testLoopback();

        assertThat(loopback.refusal(URI.create("http://127.0.0.1:8080/"))).isEmpty();
        assertThat(loopback.refusal(URI.create("http://localhost:8080/"))).isEmpty();
        assertThat(loopback.refusal(URI.create("https://node.example/"))).isEmpty();
        assertThat(loopback.refusal(URI.create("ftp://127.0.0.1/"))).contains(Refusal.NOT_HTTPS);
        assertThat(loopback.allows(InetAddress.ofLiteral("127.0.0.1"))).isTrue();
        assertThat(loopback.allows(InetAddress.ofLiteral("::1"))).isTrue();
        assertThat(loopback.allows(InetAddress.ofLiteral("8.8.8.8"))).isTrue();
        assertThat(loopback.allows(InetAddress.ofLiteral("10.0.0.1"))).isFalse();
        assertThat(loopback.allows(InetAddress.ofLiteral("169.254.169.254"))).isFalse();
        assertThat(loopback.allows(InetAddress.ofLiteral("fd00::1"))).isFalse();
    }
}
