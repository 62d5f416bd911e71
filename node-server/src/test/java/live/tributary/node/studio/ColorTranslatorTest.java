// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import live.tributary.transcoder.media.ColorDescription;
import live.tributary.transcoder.media.ColorDescription.ContentLight;
import live.tributary.transcoder.media.ColorDescription.MasteringDisplay;
import live.tributary.transcoder.media.ColorDescription.Point;

import static org.assertj.core.api.Assertions.assertThat;

class ColorTranslatorTest {

    /** As OBS sends them for HDR10. */
    private static final Map<String, Double> HDR10 = Map.ofEntries(
            Map.entry("colorConfig.colorPrimaries", 9.0),
            Map.entry("colorConfig.transferCharacteristics", 16.0),
            Map.entry("colorConfig.matrixCoefficients", 9.0),
            Map.entry("hdrCll.maxCLL", 1000.0),
            Map.entry("hdrCll.maxFall", 400.0),
            Map.entry("hdrMdcv.redX", 0.68),
            Map.entry("hdrMdcv.redY", 0.32),
            Map.entry("hdrMdcv.greenX", 0.265),
            Map.entry("hdrMdcv.greenY", 0.69),
            Map.entry("hdrMdcv.blueX", 0.15),
            Map.entry("hdrMdcv.blueY", 0.06),
            Map.entry("hdrMdcv.whitePointX", 0.3127),
            Map.entry("hdrMdcv.whitePointY", 0.329),
            Map.entry("hdrMdcv.maxLuminance", 1000.0),
            Map.entry("hdrMdcv.minLuminance", 0.0001));

    @Test
    void readsEverythingThatIsSaid() {
        var display = new MasteringDisplay(
                new Point(0.68, 0.32),
                new Point(0.265, 0.69),
                new Point(0.15, 0.06),
                new Point(0.3127, 0.329),
                1000,
                0.0001);
        assertThat(ColorTranslator.translate(HDR10))
                .isEqualTo(new ColorDescription(9, 16, 9, new ContentLight(1000, 400), display));
    }

    @Test
    void takesNothingForNothing() {
        assertThat(ColorTranslator.translate(Map.of())).isEqualTo(ColorDescription.NONE);
    }

    @Test
    void takesNumbersThatCannotBeForUnsaid() {
        var wrong = new HashMap<>(HDR10);
        wrong.put("colorConfig.transferCharacteristics", -1.0);
        wrong.put("hdrCll.maxFall", 1e9);
        wrong.put("hdrMdcv.greenY", Double.NaN);
        assertThat(ColorTranslator.translate(wrong))
                .isEqualTo(new ColorDescription(9, ColorDescription.UNSPECIFIED, 9, null, null));
    }
}
