// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.delivery;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import live.tributary.federation.signature.SignatureKind;

import static org.assertj.core.api.Assertions.assertThat;

final class SignatureHabitTest {

    private static final Instant NOW = Instant.parse("2026-11-26T20:00:00Z");

    @Test
    void aStrangerGetsTheOlderKind() {
        assertThat(SignatureHabit.unknown().kind()).isEqualTo(SignatureKind.CAVAGE);
    }

    @Test
    void whoSignsByTheStandardIsAnsweredByIt() {
        var heard = SignatureHabit.unknown().heard(SignatureKind.RFC9421, NOW);
        assertThat(heard.kind()).isEqualTo(SignatureKind.RFC9421);
        assertThat(heard.heard(SignatureKind.CAVAGE, NOW)).isEqualTo(heard);
    }

    @Test
    void aRefusalIsRememberedForAWeek() {
        var refused = SignatureHabit.unknown().tookInstead(SignatureKind.CAVAGE, NOW);
        assertThat(refused.heard(SignatureKind.RFC9421, NOW.plus(Duration.ofDays(6)))
                        .kind())
                .isEqualTo(SignatureKind.CAVAGE);
        assertThat(refused.heard(SignatureKind.RFC9421, NOW.plus(Duration.ofDays(7)))
                        .kind())
                .isEqualTo(SignatureKind.RFC9421);
    }

    @Test
    void whoTookTheStandardInsteadGetsItFromThenOn() {
        assertThat(SignatureHabit.unknown()
                        .tookInstead(SignatureKind.RFC9421, NOW)
                        .kind())
                .isEqualTo(SignatureKind.RFC9421);
    }

    @Test
    void theOtherOfTwoIsTheOther() {
        assertThat(SignatureHabit.other(SignatureKind.CAVAGE)).isEqualTo(SignatureKind.RFC9421);
        assertThat(SignatureHabit.other(SignatureKind.RFC9421)).isEqualTo(SignatureKind.CAVAGE);
    }
}
