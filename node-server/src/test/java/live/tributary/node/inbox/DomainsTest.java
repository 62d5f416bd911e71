// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

final class DomainsTest {

    @ParameterizedTest
    @CsvSource({
        "a.example, a.example",
        "b.a.example, a.example",
        "c.b.a.example:8443, a.example",
        "social.a.co.uk, a.co.uk",
        "a.co.uk, a.co.uk",
        "kiln.github.io, kiln.github.io",
        "www.kiln.github.io, kiln.github.io",
        "a.city.kawasaki.jp, city.kawasaki.jp",
        "live.a.com.au, a.com.au",
        "no_name.a.example, a.example",
        "localhost:8080, localhost",
        "127.0.0.1:9, 127.0.0.1",
        "[2001:db8::1]:9, [2001:db8::1]",
        "[2001:db8::1], [2001:db8::1]"
    })
    void ofAHostIsWhatSomebodyCanRegister(String host, String domain) {
        assertThat(Domains.of(host)).isEqualTo(domain);
    }
}
