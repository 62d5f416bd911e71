// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.nio.file.Path;

/**
 * Some bytes of a file.
 *
 * @param position of the first one
 * @param length in bytes
 */
public record FileRange(Path file, int position, int length) {}
