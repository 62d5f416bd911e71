// SPDX-License-Identifier: AGPL-3.0-or-later
/** Finds and tries the {@code ffmpeg} program that runs beside the node; the only package that may import JavaCPP. */
@NullMarked
package live.tributary.transcoder.ffmpeg;

import org.jspecify.annotations.NullMarked;
