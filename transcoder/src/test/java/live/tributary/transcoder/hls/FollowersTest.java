// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FollowersTest {

    private static final int PARTS = 10;

    private final Followers followers = new Followers(0);

    @Test
    void countsEachPlayerOnceHoweverManyPartsASegmentHas() {
        segment(100, 3);
        segment(101, 3);
        assertThat(followers.count()).isEqualTo(3);
    }

    @Test
    void countsThoseThatWaitForSegmentsBesideThoseThatWaitForParts() {
        segment(100, 2);
        ask(100, ReloadPoint.WHOLE_SEGMENT);
        assertThat(followers.count()).isEqualTo(3);
    }

    @Test
    void countsAllWhileTheFirstOnesAlreadyWaitForTheNextSegment() {
        segment(100, 5);
        ask(101, 0);
        assertThat(followers.count()).isEqualTo(5);
    }

    @Test
    void forgetsThoseWhoLeft() {
        segment(100, 5);
        segment(101, 1);
        segment(102, 1);
        assertThat(followers.count()).isEqualTo(1);
    }

    @Test
    void countsNobodyTwiceWhoComesLate() {
        segment(101, 2);
        segment(100, 2);
        assertThat(followers.count()).isEqualTo(2);
    }

    @Test
    void knowsNobodyAfterASegmentThatNobodyAskedFor() {
        segment(100, 5);
        ask(103, 0);
        assertThat(followers.count()).isEqualTo(1);
    }

    @Test
    void knowsNobodyWhoAskedTooLongAgo() {
        var demand = new Demand();
        demand.asked(RenditionName.SOURCE, new ReloadPoint(100, 0), 5);
        assertThat(demand.followers(RenditionName.SOURCE, 5)).isEqualTo(1);
        assertThat(demand.followers(RenditionName.SOURCE, 6)).isZero();
        assertThat(demand.followers(RenditionName.AUDIO, 0)).isZero();
    }

    @Test
    void bearsMoreOfPartsThanASegmentHas() {
        ask(100, 999_999);
        assertThat(followers.count()).isZero();
    }

    private void segment(long msn, int players) {
        for (int part = 0; part < PARTS; part++) {
            for (int player = 0; player < players; player++) {
                ask(msn, part);
            }
        }
    }

    private void ask(long msn, int part) {
        followers.asked(new ReloadPoint(msn, part), 0);
    }
}
