// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import live.tributary.transcoder.ffmpeg.VideoCoder;

/**
 * How the node makes smaller pictures.
 *
 * @param encode when: while somebody watches them, always, or never
 * @param coder what encodes; a card that does not work is replaced by the processor
 * @param cores processors that the node may count on; 0 takes what the machine or the container has. Six tenths of them
 *     encode at most
 */
@ConfigurationProperties("tributary.ladder")
public record LadderProperties(
        @DefaultValue("on-watch") Encode encode,
        @DefaultValue("x264") VideoCoder coder,
        @DefaultValue("0") int cores) {

    /** When smaller pictures are made. */
    public enum Encode {
        ON_WATCH,
        ALWAYS,
        NEVER
    }

    public LadderProperties {
        if (cores < 0) {
            throw new IllegalArgumentException("tributary.ladder.cores must be 0 or more, not " + cores);
        }
    }

    int usableCores() {
        return cores > 0 ? cores : Runtime.getRuntime().availableProcessors();
    }
}
