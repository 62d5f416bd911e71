// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import live.tributary.federation.delivery.Breaker;
import live.tributary.federation.delivery.Reaction;
import live.tributary.federation.delivery.SignatureHabit;
import live.tributary.federation.signature.SignatureKind;

import static org.assertj.core.api.Assertions.assertThat;

/** What one delivery tells of its host. */
final class KnownHostTest {

    private static final Instant NOW = Instant.parse("2026-11-25T20:00:00Z");
    private static final KnownHost IN_TROUBLE =
            new KnownHost(new Breaker.Open(NOW.minus(Duration.ofHours(1)), NOW), SignatureHabit.unknown());

    @Test
    void anAnswerIsASignOfLifeWhateverItSays() {
        assertThat(after(new Reaction.Arrived())).isEqualTo(Breaker.unknown());
        assertThat(after(new Reaction.GiveUp())).isEqualTo(Breaker.unknown());
        assertThat(after(new Reaction.AskForTheActor(true))).isEqualTo(Breaker.unknown());
        assertThat(after(new Reaction.TryAgain(Duration.ZERO, false))).isEqualTo(Breaker.unknown());
    }

    @Test
    void silenceIsNone() {
        assertThat(after(Reaction.toSilence())).isEqualTo(IN_TROUBLE.breaker().failed(NOW));
    }

    @Test
    void whoeverWasNotAskedHasNotAnswered() {
        assertThat(after(new Reaction.StayAway())).isEqualTo(IN_TROUBLE.breaker());
    }

    private static Breaker after(Reaction reaction) {
        return IN_TROUBLE
                .after(new Courier.Return(reaction, "", SignatureKind.CAVAGE, true), NOW)
                .breaker();
    }
}
