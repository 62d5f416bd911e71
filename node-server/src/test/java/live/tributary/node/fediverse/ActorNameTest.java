// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import org.junit.jupiter.api.Test;

import live.tributary.node.kernel.Handle;

import static org.assertj.core.api.Assertions.assertThat;

class ActorNameTest {

    private static final ActorName LONG = ActorName.of(new Handle("a-handle-of-thirty-characters0"));

    @Test
    void hasNoHyphens() {
        assertThat(ActorName.of(new Handle("night-owls"))).isEqualTo(new ActorName("night_owls"));
    }

    @Test
    void isFoundWhateverItsCase() {
        assertThat(ActorName.parse("Night_Owls")).contains(new ActorName("night_owls"));
        assertThat(ActorName.parse("night-owls")).isEmpty();
        assertThat(ActorName.parse("")).isEmpty();
    }

    @Test
    void staysShortEnoughWithANumber() {
        assertThat(new ActorName("ana").numbered(1)).isEqualTo(new ActorName("ana"));
        assertThat(new ActorName("ana").numbered(2)).isEqualTo(new ActorName("ana_2"));
        assertThat(LONG.numbered(12).value()).hasSize(30).endsWith("_12");
        assertThat(LONG.steward().value()).hasSize(30).endsWith("_steward");
    }
}
