// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.asset;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The colours of a team: everything else is derived from these two in the style sheet, at fixed lightness, so that
 * contrast does not depend on taste.
 *
 * @param hue 0–359 degrees
 * @param chromaPercent 2–14, hundredths of OKLCH chroma; above that dark themes lose contrast
 */
public record Brand(int hue, int chromaPercent) {

    private static final Pattern VERSION = Pattern.compile("h(\\d{1,3})c(\\d{1,2})");
    private static final int LEAST_CHROMA_PERCENT = 2;
    private static final int MOST_CHROMA_PERCENT = 14;

    public Brand {
        if (hue < 0 || hue > 359) {
            throw new IllegalArgumentException("hue must be 0 to 359, was " + hue);
        }
        chromaPercent = Math.clamp(chromaPercent, LEAST_CHROMA_PERCENT, MOST_CHROMA_PERCENT);
    }

    /** The colours of a team that chose only a hue. */
    public static Brand ofHue(int hue) {
        return new Brand(hue, MOST_CHROMA_PERCENT);
    }

    /** The colours of pages that belong to no team: the river's blue. */
    public static Brand ofNode() {
        return new Brand(222, 9);
    }

    /** Reads the {@code v} parameter of {@code /brand.css}. It names the colours themselves, so nothing is looked up. */
    public static Optional<Brand> parse(String version) {
        var match = VERSION.matcher(version);
        if (!match.matches()) {
            return Optional.empty();
        }
        var hue = Integer.parseInt(match.group(1));
        return hue > 359 ? Optional.empty() : Optional.of(new Brand(hue, Integer.parseInt(match.group(2))));
    }

    /** Path of the style sheet; it changes with the colours, so the answer may be cached for ever. */
    public String path() {
        return "/brand.css?v=h%dc%d".formatted(hue, chromaPercent);
    }

    /** The style sheet. */
    public String css() {
        return String.format(Locale.ROOT, ":root{--brand-h:%d;--brand-c:%.2f}\n", hue, chromaPercent / 100.0);
    }
}
