// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.timeline;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import live.tributary.transcoder.media.FrameRate;
import live.tributary.transcoder.media.Ticks;

/**
 * Gives each frame of a session its place in ticks of 1/90,000 s. Times never fall; where frames come at a constant
 * rate they lie on its grid exactly, and how long a frame lasts is known when it comes.
 */
public final class VideoTimeline {

    /** Reordering beyond this is an encoder's mistake; H.264 and H.265 allow 16 pictures. */
    private static final int DEEPEST_REORDER = 16;

    private static final int MISSES_TO_LEAVE = 3;
    private static final int REMEMBERED = 3 * FrameGrid.STEPS;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long FIRST_STEP_GUESS = Ticks.VIDEO_RATE / 30;

    private final RecentTimes recent = new RecentTimes(REMEMBERED);
    private FrameRate announced;
    private @Nullable FrameGrid grid;
    private long lastPlace;
    private long lastTicks = Long.MIN_VALUE;
    private long lastStep = FIRST_STEP_GUESS;
    private int misses;
    private long clamped;
    private long missing;

    public VideoTimeline(FrameRate announced) {
        this.announced = announced;
    }

    /**
     * Where a frame lies.
     *
     * @param duration of the frame, known on the grid; 0 where only the next frame will tell
     */
    public record Place(long decodeTime, int compositionOffset, int duration) {}

    /** The rate that the track's configuration names; decides between rates that times cannot tell apart. */
    public void announce(FrameRate rate) {
        announced = rate;
    }

    /** Decides by the first frames before any of them gets its place. */
    public void lookAhead(long[] nanos) {
        grid = FrameGrid.fit(nanos, announced).orElse(null);
    }

    /** The rate, while frames keep to one. */
    public Optional<FrameRate> rate() {
        return grid == null ? Optional.empty() : Optional.of(grid.rate());
    }

    /** Ticks from a frame to the next: of the grid, or what the last frames had between them, holes left out. */
    public long step() {
        return grid == null ? lastStep : Math.round(grid.periodNanos() * Ticks.VIDEO_RATE / 1e9);
    }

    /** Times bent because they ran backwards or were reordered too far. */
    public long clamped() {
        return clamped;
    }

    /** Places of the grid that stayed empty. */
    public long missing() {
        return missing;
    }

    /**
     * Gives the next frame its place.
     *
     * @param nanos broadcast time of decoding, as measured
     * @param compositionMillis from decoding to showing
     */
    public Place place(long nanos, int compositionMillis, int nanosLater) {
        recent.add(nanos);
        long composition = compositionMillis * NANOS_PER_MILLI + nanosLater;
        updateGrid(nanos);
        var place = grid != null && misses == 0 ? onGrid(grid, nanos, composition) : offGrid(nanos, composition);
        if (lastTicks != Long.MIN_VALUE) {
            lastStep = usual(place.decodeTime() - lastTicks);
        }
        lastTicks = place.decodeTime();
        return place;
    }

    /** A hole is no step: however long it lasts, what is usual at most doubles by it. */
    private long usual(long measured) {
        return Math.min(measured, Math.max(2 * lastStep, FIRST_STEP_GUESS));
    }

    private void updateGrid(long nanos) {
        if (grid == null) {
            refit(nanos);
            return;
        }
        boolean hit = Math.abs(grid.residual(nanos, grid.nearest(nanos))) <= FrameGrid.TOLERANCE_NANOS;
        misses = hit ? 0 : misses + 1;
        if (!hit && refit(nanos)) {
            misses = 0;
        }
        if (misses >= MISSES_TO_LEAVE) {
            grid = null;
            misses = 0;
        }
    }

    /** A slow drift, or 29.97 taken for 30, shows as a miss after many hits: the recent times still lie on a grid. */
    private boolean refit(long nanos) {
        var fitted = FrameGrid.fit(recent.newest(REMEMBERED), announced)
                .or(() -> FrameGrid.fit(recent.newest(FrameGrid.STEPS + 1), announced));
        if (fitted.isEmpty()) {
            return false;
        }
        grid = fitted.get();
        lastPlace = grid.nearest(nanos) - 1;
        return true;
    }

    private Place onGrid(FrameGrid grid, long nanos, long composition) {
        long place = grid.nearest(nanos);
        long ticks = grid.ticks(place);
        if (ticks <= lastTicks) {
            return offGrid(nanos, composition);
        }
        if (lastTicks != Long.MIN_VALUE) {
            missing += Math.max(0, place - lastPlace - 1);
        }
        lastPlace = place;
        long reorder = Math.round(composition / grid.periodNanos());
        boolean snaps = Math.abs(composition - reorder * grid.periodNanos()) <= FrameGrid.TOLERANCE_NANOS;
        long offset = snaps ? grid.ticks(place + reorder) - ticks : toTicks(composition);
        return new Place(ticks, bounded(offset), (int) (grid.ticks(place + 1) - ticks));
    }

    private Place offGrid(long nanos, long composition) {
        long ticks = toTicks(nanos);
        if (ticks <= lastTicks) {
            clamped++;
            ticks = lastTicks + 1;
        }
        return new Place(ticks, bounded(toTicks(composition)), 0);
    }

    private int bounded(long offset) {
        long deepest = DEEPEST_REORDER * Math.max(step(), FIRST_STEP_GUESS);
        if (Math.abs(offset) > deepest) {
            clamped++;
        }
        return (int) Math.clamp(offset, -deepest, deepest);
    }

    private static long toTicks(long nanos) {
        return Ticks.ofNanos(nanos, Ticks.VIDEO_RATE).count();
    }
}
