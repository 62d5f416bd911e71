// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.mp4;

import live.tributary.transcoder.media.ColorDescription;
import live.tributary.transcoder.media.ColorDescription.ContentLight;
import live.tributary.transcoder.media.ColorDescription.MasteringDisplay;
import live.tributary.transcoder.media.ColorDescription.Point;

/** Colours of a video sample entry (ISO/IEC 14496-12, 12.1.5, 12.1.6 and 12.1.7). What was not said is not written. */
final class ColorBoxes {

    private static final int POINT_STEPS = 50_000;
    private static final int LUMINANCE_STEPS = 10_000;

    private final BoxWriter boxes;

    ColorBoxes(BoxWriter boxes) {
        this.boxes = boxes;
    }

    void write(ColorDescription colors) {
        if (colors.primaries() != ColorDescription.UNSPECIFIED
                || colors.transfer() != ColorDescription.UNSPECIFIED
                || colors.matrix() != ColorDescription.UNSPECIFIED) {
            // Enhanced RTMP does not tell the range; video that is streamed has the narrow one.
            boxes.box(
                    "colr",
                    () -> boxes.text("nclx")
                            .u16(colors.primaries())
                            .u16(colors.transfer())
                            .u16(colors.matrix())
                            .u8(0));
        }
        if (colors.display() != null) {
            write(colors.display());
        }
        if (colors.light() != null) {
            write(colors.light());
        }
    }

    private void write(MasteringDisplay display) {
        boxes.box("mdcv", () -> {
            // In this order the standard wants them.
            point(display.green());
            point(display.blue());
            point(display.red());
            point(display.white());
            boxes.u32(Math.round(display.brightest() * LUMINANCE_STEPS));
            boxes.u32(Math.round(display.darkest() * LUMINANCE_STEPS));
        });
    }

    private void point(Point point) {
        boxes.u16((int) Math.round(point.x() * POINT_STEPS)).u16((int) Math.round(point.y() * POINT_STEPS));
    }

    private void write(ContentLight light) {
        boxes.box("clli", () -> boxes.u16(light.brightestPixel()).u16(light.brightestFrame()));
    }
}
