// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.remote;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class AtOnceTest {

    private final AtOnce atOnce = new AtOnce(3, 2);

    @Test
    void oneSourceHasItsShareAndNoMore() {
        assertThat(nested("a", "a", "a", "b")).containsExactly("a", "a", "b");
    }

    @Test
    void manySourcesHaveNotMoreThanThereIs() {
        assertThat(nested("a", "b", "c", "d")).containsExactly("a", "b", "c");
    }

    @Test
    void thereIsRoomAgainAfterwards() {
        nested("a", "b", "c", "d");
        assertThatThrownBy(() -> atOnce.tryRun("a", () -> {
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(nested("a", "a", "b")).containsExactly("a", "a", "b");
    }

    /** Who finds room, each while all before it are still inside. */
    private List<String> nested(String... sources) {
        if (sources.length == 0) {
            return List.of();
        }
        var rest = Arrays.copyOfRange(sources, 1, sources.length);
        return atOnce.tryRun(sources[0], () -> with(sources[0], nested(rest))).orElseGet(() -> nested(rest));
    }

    private static List<String> with(String first, List<String> rest) {
        return Stream.concat(Stream.of(first), rest.stream()).toList();
    }
}
