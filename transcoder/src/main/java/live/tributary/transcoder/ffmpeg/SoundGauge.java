// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import live.tributary.transcoder.media.SoundLevels;

/**
 * Reads the figures that FFmpeg's filters print for each tenth of a second, {@code key=value} on a line of its own, and
 * keeps those of the last second. One thread writes lines, any may ask.
 */
final class SoundGauge {

    /** Far more than any line that is read here. */
    static final int LONGEST_LINE = 200;

    private static final String MOMENTARY = "lavfi.r128.M";
    private static final String SHORT_TERM = "lavfi.r128.S";
    private static final String PEAK = "lavfi.astats.Overall.Peak_level";

    /** Begins the figures of the next tenth. */
    private static final String NEXT = "frame:";

    private static final int TENTHS = 10;

    /** No sound is so loud; what is printed beyond is no measure. */
    private static final double LOUDEST = 60;

    private static final SoundLevels NOTHING_READ = new SoundLevels(Double.NaN, Double.NaN, Double.NaN);

    private final Deque<SoundLevels> tenths = new ArrayDeque<>();
    private SoundLevels reading = NOTHING_READ;
    private volatile @Nullable SoundLevels levels;
    private volatile long readNanos = System.nanoTime();

    /** Takes one line; what is no figure is passed over. */
    void line(String line) {
        if (line.startsWith(NEXT)) {
            finishTenth();
            return;
        }
        int equals = line.indexOf('=');
        if (equals > 0) {
            read(line.substring(0, equals), line.substring(equals + 1));
        }
    }

    private void read(String key, String value) {
        reading = switch (key) {
            case MOMENTARY -> new SoundLevels(number(value), reading.shortTermLufs(), reading.truePeakDb());
            case SHORT_TERM -> new SoundLevels(reading.momentaryLufs(), number(value), reading.truePeakDb());
            case PEAK -> new SoundLevels(reading.momentaryLufs(), reading.shortTermLufs(), number(value));
            default -> reading;
        };
    }

    /** Silence is printed as minus infinity. */
    private static double number(String value) {
        try {
            double number = Double.parseDouble(value);
            return number <= LOUDEST ? Math.max(number, SoundLevels.SILENCE) : Double.NaN;
        } catch (NumberFormatException _) {
            return value.equals("-inf") ? SoundLevels.SILENCE : Double.NaN;
        }
    }

    /** The resampler's last words come without loudness: such a tenth is none. */
    private void finishTenth() {
        var tenth = reading;
        reading = NOTHING_READ;
        if (Double.isNaN(tenth.momentaryLufs() + tenth.shortTermLufs() + tenth.truePeakDb())) {
            return;
        }
        tenths.addLast(tenth);
        if (tenths.size() > TENTHS) {
            tenths.removeFirst();
        }
        levels = new SoundLevels(
                tenths.stream().mapToDouble(SoundLevels::momentaryLufs).max().orElse(SoundLevels.SILENCE),
                tenth.shortTermLufs(),
                tenths.stream().mapToDouble(SoundLevels::truePeakDb).max().orElse(SoundLevels.SILENCE));
        readNanos = System.nanoTime();
    }

    /** Empty before the first figures. */
    Optional<SoundLevels> levels() {
        return Optional.ofNullable(levels);
    }

    /** When the last figures came, or when it began; nanoseconds of the monotonic clock. */
    long readNanos() {
        return readNanos;
    }
}
