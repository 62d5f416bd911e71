// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures what the master playlist promises. Players read it once, so a promise is renewed only when it is off by a
 * quarter. One thread at a time.
 */
final class Bitrates {

    private static final Duration MEMORY = Duration.ofSeconds(30);
    private static final int SEGMENTS_TO_BELIEVE = 3;
    private static final double UNMEASURED_MARGIN = 1.3;
    private static final double MEASURED_MARGIN = 1.1;
    private static final double TOLERANCE = 0.25;
    private static final long STEP = 10_000;
    private static final double FLOATING_POINT_NOISE = 1e-6;

    private record Sample(Duration duration, Map<RenditionName, Long> bytes) {

        boolean has(RenditionName rendition) {
            return bytes.getOrDefault(rendition, 0L) > 0;
        }
    }

    private final Deque<Sample> samples = new ArrayDeque<>();
    private final Map<Variant, Rates> promised = new HashMap<>();

    void add(Segment closed) {
        samples.addLast(sample(closed));
        var remembered = samples.stream().map(Sample::duration).reduce(Duration.ZERO, Duration::plus);
        while (samples.size() > SEGMENTS_TO_BELIEVE && remembered.compareTo(MEMORY) > 0) {
            remembered = remembered.minus(samples.removeFirst().duration());
        }
    }

    /** The rates of each rendition alone, and of each picture with each sound beside it. */
    Map<Variant, Rates> rates(Collection<Rendition> renditions, Duration target, List<Segment> growing) {
        var measured = new ArrayList<>(samples);
        if (measured.size() < SEGMENTS_TO_BELIEVE) {
            growing.stream()
                    .map(Bitrates::sample)
                    .filter(s -> s.duration().isPositive())
                    .forEach(measured::add);
        }
        var result = new LinkedHashMap<Variant, Rates>();
        for (var rendition : renditions) {
            result.put(Variant.alone(rendition.name()), alone(rendition, measured, target));
        }
        for (var sound : renditions.stream().filter(Rendition::isAudio).toList()) {
            renditions.stream()
                    .filter(rendition -> !rendition.isAudio())
                    .forEach(picture -> result.put(
                            new Variant(picture.name(), sound.name()), together(picture, sound, measured, target)));
        }
        return result;
    }

    private Rates alone(Rendition rendition, List<Sample> measured, Duration target) {
        return promise(
                Variant.alone(rendition.name()), rates(List.of(rendition), telling(rendition, measured), target));
    }

    /** Two encoded renditions need not run at the same time: what each has at most is what both have together. */
    private Rates together(Rendition picture, Rendition sound, List<Sample> measured, Duration target) {
        var variant = new Variant(picture.name(), sound.name());
        return sound.follows()
                ? promise(variant, alone(picture, measured, target).plus(alone(sound, measured, target)))
                : promise(variant, rates(List.of(picture, sound), telling(picture, measured), target));
    }

    /** An encoder that rests says nothing about its rate; the publisher's own gaps do. */
    private static List<Sample> telling(Rendition rendition, List<Sample> measured) {
        return rendition.follows()
                ? measured.stream().filter(s -> s.has(rendition.name())).toList()
                : measured;
    }

    private Rates promise(Variant variant, Rates now) {
        var before = promised.get(variant);
        if (before != null && near(before.peak(), now.peak()) && near(before.average(), now.average())) {
            return before;
        }
        promised.put(variant, now);
        return now;
    }

    private Rates rates(List<Rendition> together, List<Sample> measured, Duration target) {
        var announced = together.stream()
                .mapToLong(r -> r.format().announcedBitsPerSecond())
                .sum();
        boolean believed = measured.size() >= SEGMENTS_TO_BELIEVE && samples.size() >= SEGMENTS_TO_BELIEVE;
        if (announced > 0 && !believed) {
            return new Rates(roundUp((double) announced * UNMEASURED_MARGIN), roundUp((double) announced));
        }
        var names = together.stream().map(Rendition::name).toList();
        var average = bitsPerSecond(names, measured);
        var margin = believed ? MEASURED_MARGIN : UNMEASURED_MARGIN;
        return new Rates(roundUp(Math.max(peak(names, measured, target), average) * margin), roundUp(average));
    }

    /** The highest rate over any run of segments of 0.5 to 1.5 target durations (RFC 8216bis, 4.4.6.2). */
    private static double peak(List<RenditionName> names, List<Sample> measured, Duration target) {
        double highest = 0;
        for (int from = 0; from < measured.size(); from++) {
            for (int to = from + 1; to <= measured.size(); to++) {
                var run = measured.subList(from, to);
                var ratio = seconds(run) / target.toSeconds();
                if (ratio > 1.5) {
                    break;
                }
                if (ratio >= 0.5) {
                    highest = Math.max(highest, bitsPerSecond(names, run));
                }
            }
        }
        return highest;
    }

    private static double bitsPerSecond(List<RenditionName> names, List<Sample> run) {
        var bytes = run.stream()
                .flatMap(sample -> names.stream().map(name -> sample.bytes().getOrDefault(name, 0L)))
                .mapToLong(Long::longValue)
                .sum();
        var seconds = seconds(run);
        return seconds == 0 ? 0 : (double) bytes * 8 / seconds;
    }

    private static double seconds(List<Sample> run) {
        return run.stream()
                        .map(Sample::duration)
                        .reduce(Duration.ZERO, Duration::plus)
                        .toNanos()
                / 1e9;
    }

    private static Sample sample(Segment segment) {
        var bytes = new HashMap<RenditionName, Long>();
        segment.tracks().forEach((name, track) -> {
            if (name.view() == View.CANONICAL) {
                bytes.put(
                        name.rendition(),
                        track.parts().stream()
                                .mapToLong(part -> part.bytes().length())
                                .sum());
            }
        });
        return new Sample(segment.duration(), bytes);
    }

    private static boolean near(long before, long now) {
        return Math.abs(now - before) <= (double) before * TOLERANCE;
    }

    /** Up to the next 10 kb/s; never 0, which a player would divide by. */
    private static long roundUp(double bitsPerSecond) {
        return Math.max(1, (long) Math.ceil(bitsPerSecond / STEP - FLOATING_POINT_NOISE)) * STEP;
    }
}
