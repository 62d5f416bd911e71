// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fairturn;

import java.util.HexFormat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The vectors are those of the specification: Java, JavaScript and Python agree on them. */
final class LotsTest {

    private static final double TWO_TO_64 = Math.scalb(1.0, 64);
    private static final double TWO_TO_32 = Math.scalb(1.0, 32);

    @Test
    void goesFromTheGreatestToOne() {
        assertThat(Lots.lot(1)).isEqualTo(1L << 38);
        assertThat(Lots.lot(-1)).isEqualTo(1);
    }

    @Test
    void agreesWithOtherLanguagesOnTenThousandLots() {
        long sum = 0;
        for (long i = 0; i < 10_000; i++) {
            sum = 31 * sum + Lots.lot(Lots.mix64(i) | 1);
        }
        assertThat(HexFormat.of().toHexDigits(sum)).isEqualTo("46319877dcf5da39");
    }

    @Property(tries = 1000)
    void isALogarithm(@ForAll long bits) {
        long ticket = bits | 1;
        double unsigned = (ticket >>> 1) * 2.0 + 1;
        double logarithm = -Math.log(unsigned / TWO_TO_64) / Math.log(2);

        assertThat(Lots.lot(ticket) / TWO_TO_32).isCloseTo(logarithm, within(1e-8));
    }

    @Property(tries = 1000)
    void neverFallsBelowItsBound(@ForAll long bits) {
        assertThat(Lots.lot(bits | 1)).isGreaterThanOrEqualTo(Lots.leastLot(bits | 1));
    }
}
