// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;

/**
 * A picture that others may show.
 *
 * @param mediaType JPEG or PNG; PeerTube takes only JPEG for a Video
 * @param width pixels
 * @param height pixels
 */
public record Picture(URI url, String mediaType, int width, int height) {}
