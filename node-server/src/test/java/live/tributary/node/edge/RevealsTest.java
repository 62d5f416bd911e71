// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import live.tributary.node.fixtures.TestClock;
import live.tributary.node.kernel.AccountId;
import live.tributary.node.kernel.Actor;
import live.tributary.web.page.Reveal;

import static org.assertj.core.api.Assertions.assertThat;

class RevealsTest {

    private final TestClock clock = new TestClock();
    private final Reveals reveals = new Reveals(clock);
    private final Actor ada = new Actor.SignedIn(AccountId.next(clock.instant()), true);
    private final Actor ben = new Actor.SignedIn(AccountId.next(clock.instant()), false);

    @Test
    void showsASecretOnceAndToItsMakerOnly() {
        reveals.keep(ada, Reveals.Kind.STREAM_KEY, "sk_secret");
        assertThat(reveals.take(ben, Reveals.Kind.STREAM_KEY)).isEqualTo(new Reveal.Nothing());
        assertThat(reveals.take(ada, Reveals.Kind.INVITATION)).isEqualTo(new Reveal.Nothing());
        assertThat(reveals.take(ada, Reveals.Kind.STREAM_KEY)).isEqualTo(new Reveal.Secret("sk_secret"));
        assertThat(reveals.take(ada, Reveals.Kind.STREAM_KEY)).isEqualTo(new Reveal.Nothing());
    }

    @Test
    void forgetsASecretThatNobodyCameFor() {
        reveals.keep(ada, Reveals.Kind.STREAM_KEY, "sk_secret");
        clock.advance(Duration.ofSeconds(61));
        assertThat(reveals.take(ada, Reveals.Kind.STREAM_KEY)).isEqualTo(new Reveal.Nothing());
    }
}
