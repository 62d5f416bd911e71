// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.util.List;

import io.netty.buffer.ByteBuf;

/** What a window says when somebody asks for media. */
public sealed interface MediaAnswer {

    /**
     * The bytes, retained for the caller, who releases them.
     *
     * @param audioOnly whether it is a file with sound alone
     */
    record Found(ByteBuf bytes, boolean audioOnly) implements MediaAnswer {}

    /**
     * A whole segment that lies in files, one range after the other. They may vanish until they are opened: then it has
     * left the window.
     *
     * @param audioOnly whether it is a file with sound alone
     */
    record Stored(List<FileRange> ranges, boolean audioOnly) implements MediaAnswer {}

    /** A part that comes next: ask again when the window has changed. */
    record Awaited() implements MediaAnswer {}

    /** Never existed, left the window, or will not come any more. */
    record Absent() implements MediaAnswer {}
}
