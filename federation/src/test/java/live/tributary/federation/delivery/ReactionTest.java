// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.delivery;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import live.tributary.federation.delivery.Reaction.Arrived;
import live.tributary.federation.delivery.Reaction.AskForTheActor;
import live.tributary.federation.delivery.Reaction.GiveUp;
import live.tributary.federation.delivery.Reaction.SignOtherwise;
import live.tributary.federation.delivery.Reaction.StayAway;
import live.tributary.federation.delivery.Reaction.TryAgain;
import live.tributary.federation.http.Outcome;
import live.tributary.federation.http.Refusal;

import static org.assertj.core.api.Assertions.assertThat;

final class ReactionTest {

    private static final Duration NOTHING = Duration.ZERO;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final URI INBOX = URI.create("https://far.example/inbox");

    private static final Map<Reaction, List<Integer>> WITHOUT_RETRY_AFTER = Map.of(
            new Arrived(), List.of(200, 201, 202, 204),
            new AskForTheActor(false), List.of(301, 302, 307, 308, 404),
            new AskForTheActor(true), List.of(410),
            new SignOtherwise(), List.of(401, 403),
            new TryAgain(NOTHING, false), List.of(408, 425, 429),
            new TryAgain(NOTHING, true), List.of(500, 502, 503, 504, 599),
            new GiveUp(), List.of(400, 405, 406, 413, 415, 418, 422, 501));

    @Test
    void followsFromTheStatus() {
        WITHOUT_RETRY_AFTER.forEach((reaction, statuses) -> assertThat(statuses)
                .allSatisfy(status -> assertThat(Reaction.to(status, NOTHING)).isEqualTo(reaction)));
    }

    @Test
    void obeysAHostThatSaysWhenToComeBack() {
        assertThat(Reaction.to(429, MINUTE)).isEqualTo(new TryAgain(MINUTE, false));
        assertThat(Reaction.to(503, MINUTE)).isEqualTo(new TryAgain(MINUTE, false));
        assertThat(Reaction.to(500, MINUTE)).isEqualTo(new TryAgain(MINUTE, true));
    }

    @Test
    void silenceIsTheHostsTrouble() {
        assertThat(Reaction.toSilence()).isEqualTo(new TryAgain(NOTHING, true));
    }

    @Test
    void whereBothKindsOfSignatureWereRefusedOnlyADoubtIsTriedAgain() {
        assertThat(Reaction.toBothSignaturesRefused(401)).isEqualTo(new TryAgain(NOTHING, false));
        assertThat(Reaction.toBothSignaturesRefused(403)).isEqualTo(new GiveUp());
    }

    @ParameterizedTest
    @EnumSource
    void whoeverWasNotAskedIsNotJudged(Refusal why) {
        var expected = why == Refusal.FORBIDDEN_ADDRESS ? Reaction.toSilence() : new StayAway();
        assertThat(Reaction.to(new Outcome.Refused(INBOX, why), Instant.EPOCH)).isEqualTo(expected);
    }

    @Test
    void whatNeverReachedTheHostIsSilence() {
        assertThat(Reaction.to(new Outcome.NotResolvable(INBOX), Instant.EPOCH)).isEqualTo(Reaction.toSilence());
        assertThat(Reaction.to(new Outcome.TimedOut(INBOX, MINUTE), Instant.EPOCH))
                .isEqualTo(Reaction.toSilence());
        assertThat(Reaction.to(new Outcome.TooLarge(INBOX, 1), Instant.EPOCH)).isEqualTo(new Arrived());
    }
}
