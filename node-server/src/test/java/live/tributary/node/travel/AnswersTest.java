// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of a question to a team elsewhere. */
final class AnswersTest {

    private static final URI OFFER = URI.create("https://node.example/ap/ho/1/1/1/1");
    private static final URI KILN = URI.create("https://kiln.example/g");
    private static final URI OTHER = URI.create("https://other.example/g");
    private static final Duration LONG = Duration.ofMinutes(1);

    private final AtomicInteger late = new AtomicInteger();

    @Test
    void whoeverWasAskedAnswersOnceAndNobodyElseCan() {
        var answers = new Answers(LONG);
        var answer = answers.expect(OFFER, KILN, LONG, late::incrementAndGet);
        assertThat(answers.heard(OFFER, OTHER, true)).isFalse();
        assertThat(answer).isNotDone();
        assertThat(answers.heard(OFFER, KILN, true)).isTrue();
        assertThat(answer.join()).isEqualTo(Answer.YES);
        assertThat(answers.heard(OFFER, KILN, false))
                .as("that it takes it back is another thing")
                .isFalse();
        assertThat(late).hasValue(0);
    }

    @Test
    void silenceIsNoticedAndAYesAfterItIsTakenBackOnce() {
        var answers = new Answers(LONG);
        assertThat(answers.expect(OFFER, KILN, Duration.ofMillis(1), late::incrementAndGet)
                        .join())
                .isEqualTo(Answer.SILENCE);
        assertThat(answers.heard(OFFER, KILN, true)).isFalse();
        assertThat(answers.heard(OFFER, KILN, true)).isFalse();
        assertThat(late).hasValue(1);
    }

    @Test
    void aNoThatComesBeforeItsYesIsTheAnswer() {
        var answers = new Answers(LONG);
        var answer = answers.expect(OFFER, KILN, LONG, late::incrementAndGet);
        answers.heard(OFFER, KILN, false);
        answers.heard(OFFER, KILN, true);
        assertThat(answer.join()).isEqualTo(Answer.NO);
        assertThat(late).hasValue(0);
    }
}
