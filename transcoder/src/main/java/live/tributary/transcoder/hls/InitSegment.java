// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import live.tributary.transcoder.hls.MediaName.InitName;

/**
 * An initialization segment ({@code EXT-X-MAP}) and its bytes.
 *
 * @param audioOnly whether files that follow it hold sound alone
 */
record InitSegment(InitName name, boolean audioOnly, SharedBytes bytes) {}
