// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.session;

import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

import live.tributary.ingest.rtmp.OneKey;
import live.tributary.ingest.rtmp.client.Damage;
import live.tributary.ingest.rtmp.client.Sessions;
import live.tributary.ingest.rtmp.client.Wounds;

import static org.assertj.core.api.Assertions.assertThat;

/** Bad input ends in a refusal or a counted drop, the same however a network cuts it, in memory that is bounded. */
class DamagedSessionsTest {
    private static final int SEEDS = 8;
    private static final int WHOLE = 1 << 20;
    private static final int PIECES = 700;

    private final Logger logger = (Logger) LoggerFactory.getLogger("live.tributary.ingest.rtmp");
    private final ListAppender<ILoggingEvent> faults = new ListAppender<>();

    @BeforeEach
    void listen() {
        faults.start();
        logger.setLevel(Level.ERROR);
        logger.setAdditive(false);
        logger.addAppender(faults);
    }

    @AfterEach
    void nothingOfOursBroke() {
        logger.detachAppender(faults);
        logger.setAdditive(true);
        logger.setLevel(Level.OFF);
        assertThat(faults.list).isEmpty();
    }

    static List<Wounds.Wound> wounds() {
        return Wounds.with(OneKey.KEY);
    }

    @ParameterizedTest
    @MethodSource("wounds")
    void survivesWhatHurtOthers(Wounds.Wound wound) {
        var fate = Fate.of(wound.bytes(), WHOLE);

        assertThat(fate.closed()).isEqualTo(wound.ending() == Wounds.Ending.REFUSED);
        assertThat(fate.dropped() > 0).isEqualTo(wound.ending() == Wounds.Ending.DROPPED);
        assertThat(Fate.of(wound.bytes(), PIECES)).isEqualTo(fate);
    }

    @ParameterizedTest
    @EnumSource
    void survivesRealEncodersOnABadLine(Damage damage) {
        int different = 0;
        for (byte[] good : Sessions.recorded()) {
            var undamaged = Fate.of(good, WHOLE);
            for (int seed = 0; seed < SEEDS; seed++) {
                byte[] bad = damage.of(good, seed);
                var fate = Fate.of(bad, WHOLE);
                different += fate.equals(undamaged) ? 0 : 1;
                assertThat(Fate.of(bad, PIECES)).as("%s, seed %d", damage, seed).isEqualTo(fate);
            }
        }
        assertThat(different).as("damaged enough to be seen").isPositive();
    }
}
