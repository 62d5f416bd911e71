// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.demo;

import java.awt.image.BufferedImage;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class RiverPictureTest {

    private final RiverPicture river = new RiverPicture();

    @Test
    void movesWhileTheClockStandsStill() {
        int[] first = pixels(0, LocalTime.NOON);
        int[] later = pixels(1, LocalTime.NOON);

        assertThat(later).isNotEqualTo(first);
    }

    @Test
    void paintsTheSamePictureForTheSameMoment() {
        int[] first = pixels(7, LocalTime.NOON);
        pixels(8, LocalTime.NOON);

        assertThat(pixels(7, LocalTime.NOON)).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 86_400, 31_536_000})
    void isStillPaintedAfterADayAndAYear(double seconds) {
        assertThat(pixels(seconds, LocalTime.MIDNIGHT)).hasSize(RiverPicture.WIDTH * RiverPicture.HEIGHT);
    }

    @Test
    void showsEachSecondOfTheClockDifferently() {
        Set<Integer> pictures = new HashSet<>();
        for (int second = 0; second < 60; second++) {
            pictures.add(Arrays.hashCode(pixels(0, LocalTime.of(12, 0, second))));
        }

        assertThat(pictures).hasSize(60);
    }

    @Test
    void knowsTenDigits() {
        assertThatThrownBy(() -> Digits.of(10)).isInstanceOf(IllegalArgumentException.class);
    }

    private int[] pixels(double seconds, LocalTime time) {
        BufferedImage picture = river.paint(seconds, time);
        return Water.pixels(picture).clone();
    }
}
