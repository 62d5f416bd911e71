// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import live.tributary.transcoder.media.ColorDescription;
import live.tributary.transcoder.media.ColorDescription.ContentLight;
import live.tributary.transcoder.media.ColorDescription.MasteringDisplay;
import live.tributary.transcoder.media.ColorDescription.Point;

/** Reads {@code colorInfo} of Enhanced RTMP. A number that cannot be was not said. */
final class ColorTranslator {

    private static final int LARGEST_CODE_POINT = 255;
    private static final int BRIGHTEST = 65_535;

    private final Map<String, Double> values;

    private ColorTranslator(Map<String, Double> values) {
        this.values = values;
    }

    static ColorDescription translate(Map<String, Double> values) {
        var reader = new ColorTranslator(values);
        return new ColorDescription(
                reader.codePoint("colorConfig.colorPrimaries"),
                reader.codePoint("colorConfig.transferCharacteristics"),
                reader.codePoint("colorConfig.matrixCoefficients"),
                reader.light(),
                reader.display());
    }

    private int codePoint(String name) {
        return isWithin(name, LARGEST_CODE_POINT) ? (int) number(name) : ColorDescription.UNSPECIFIED;
    }

    private @Nullable ContentLight light() {
        return isWithin("hdrCll.maxCLL", BRIGHTEST) && isWithin("hdrCll.maxFall", BRIGHTEST)
                ? new ContentLight((int) number("hdrCll.maxCLL"), (int) number("hdrCll.maxFall"))
                : null;
    }

    private @Nullable MasteringDisplay display() {
        var red = point("red");
        var green = point("green");
        var blue = point("blue");
        var white = point("whitePoint");
        if (red == null || green == null || blue == null || white == null) {
            return null;
        }
        return isWithin("hdrMdcv.maxLuminance", BRIGHTEST) && isWithin("hdrMdcv.minLuminance", BRIGHTEST)
                ? new MasteringDisplay(
                        red, green, blue, white, number("hdrMdcv.maxLuminance"), number("hdrMdcv.minLuminance"))
                : null;
    }

    private @Nullable Point point(String color) {
        var x = "hdrMdcv.%sX".formatted(color);
        var y = "hdrMdcv.%sY".formatted(color);
        return isWithin(x, 1) && isWithin(y, 1) ? new Point(number(x), number(y)) : null;
    }

    private boolean isWithin(String name, double most) {
        return number(name) >= 0 && number(name) <= most;
    }

    /** NaN when not said. */
    private double number(String name) {
        return values.getOrDefault(name, Double.NaN);
    }
}
