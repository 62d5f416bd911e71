// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kernel;

import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class WrittenTest {

    private final AtomicInteger times = new AtomicInteger();
    private final Written<String> written = new Written<>();

    @Test
    void isWrittenOnceForAllWhoAskForTheSame() {
        var first = written.get("one", this::write);
        assertThat(written.get("one", this::write)).isSameAs(first);
        assertThat(first.tag()).matches("\"[0-9a-f]{32}\"");
        var other = written.get("two", this::write);
        assertThat(other.bytes()).containsExactly(2);
        assertThat(other.tag()).isNotEqualTo(first.tag());
        assertThat(times).hasValue(2);
    }

    private byte[] write() {
        return new byte[] {(byte) times.incrementAndGet()};
    }
}
