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
        var answers = new Answers(LONG, LONG);
        var answer = answers.expect(OFFER, KILN, late::incrementAndGet);
        assertThat(answers.heard(OFFER, OTHER, true)).isFalse();
        assertThat(answer).isNotDone();
        assertThat(answers.heard(OFFER, KILN, true)).isTrue();
        assertThat(answer.join()).isTrue();
        assertThat(answers.heard(OFFER, KILN, false))
                .as("that it takes it back is another thing")
                .isFalse();
        assertThat(late).hasValue(0);
    }

    @Test
    void silenceIsANoAndAYesAfterItIsTakenBackOnce() {
        var answers = new Answers(Duration.ofMillis(1), LONG);
        assertThat(answers.expect(OFFER, KILN, late::incrementAndGet).join()).isFalse();
        assertThat(answers.heard(OFFER, KILN, true)).isFalse();
        assertThat(answers.heard(OFFER, KILN, true)).isFalse();
        assertThat(late).hasValue(1);
    }

    @Test
    void aNoThatComesBeforeItsYesIsTheAnswer() {
        var answers = new Answers(LONG, LONG);
        var answer = answers.expect(OFFER, KILN, late::incrementAndGet);
        answers.heard(OFFER, KILN, false);
        answers.heard(OFFER, KILN, true);
        assertThat(answer.join()).isFalse();
        assertThat(late).hasValue(0);
    }
}
