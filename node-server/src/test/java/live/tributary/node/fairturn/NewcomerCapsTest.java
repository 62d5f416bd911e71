// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fairturn;

import java.util.ArrayList;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import live.tributary.node.fairturn.NewcomerCaps.Member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

final class NewcomerCapsTest {

    private final List<Member> live = new ArrayList<>();

    @Test
    void aPoolIsHeldByItsOwnVouchedGroups() {
        add(24, true, "en");
        add(100, false, "en");
        add(24, true, "de");
        add(1, false, "de");
        var caps = NewcomerCaps.of(live);
        assertThat(caps.of(false, "en")).isCloseTo(Allowance.newcomerCap(24, 100), within(1e-12));
        assertThat(caps.of(false, "de")).isEqualTo(1);
        assertThat(caps.of(true, "en")).isEqualTo(1);
        assertThat(caps.inForce()).containsOnlyKeys("en");
    }

    @Test
    void aYoungPoolThatIsAloneHasHalfOfWhatVouchedGroupsCannotFill() {
        add(100, true, "en");
        add(4, true, "cy");
        add(20, false, "cy");
        assertThat(NewcomerCaps.of(live).of(false, "cy")).isCloseTo(Allowance.newcomerCap(4, 20), within(1e-12));
    }

    /** Well-formed and spoken by nobody: a page without a language shows all of them. */
    @Property(tries = 50)
    void inventedLanguagesHoldNoMoreThanOneYoungPool(@ForAll @IntRange(min = 1, max = 300) int newcomers) {
        var inventors = new ArrayList<Member>();
        for (int i = 0; i < 100; i++) {
            inventors.add(new Member(true, List.of("en"), 1));
        }
        for (int i = 0; i < newcomers; i++) {
            inventors.add(new Member(false, List.of("x-" + i, "x-" + i + "-a"), 1));
        }
        var caps = NewcomerCaps.of(inventors);
        double weight = inventors.stream()
                .filter(group -> !group.vouched())
                .mapToDouble(group -> caps.of(false, group.languages().getFirst()))
                .sum();
        assertThat(weight).isLessThanOrEqualTo(Allowance.GROWN / 2 + 1e-9);
    }

    private void add(int groups, boolean vouched, String language) {
        for (int i = 0; i < groups; i++) {
            live.add(new Member(vouched, List.of(language), 1));
        }
    }
}
