// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * {@code onMetaData}: what the publisher says about its stream. A hint only; sizes and rates are taken from the codec
 * headers and measured.
 *
 * @param numbers for example {@code width}, {@code framerate}, {@code videodatarate} (kilobits a second)
 * @param texts for example {@code encoder}
 */
public record StreamMetadata(RtmpTimestamp timestamp, Map<String, Double> numbers, Map<String, String> texts)
        implements MediaTag {
    public StreamMetadata {
        numbers = Map.copyOf(numbers);
        texts = Map.copyOf(texts);
    }

    /** The number of this name, if the publisher sent one. */
    public OptionalDouble number(String name) {
        Double value = numbers.get(name);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** The text of this name, if the publisher sent one. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(texts.get(name));
    }
}
