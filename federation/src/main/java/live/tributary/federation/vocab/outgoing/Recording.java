// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;

/**
 * One file in which a broadcast can be watched again.
 *
 * @param mediaType PeerTube plays {@code video/mp4} and {@code video/webm}
 * @param height of the picture, in pixels
 */
public record Recording(URI file, String mediaType, int height, long bytes, int framesPerSecond) {}
