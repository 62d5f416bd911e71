// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp;

import java.net.InetSocketAddress;

/**
 * A publisher asks to go on air.
 *
 * @param app the application part of the address, without key
 * @param key the secret it presented
 * @param peer where the connection comes from
 * @param encoder what the publisher calls itself, at most 200 printable characters, possibly empty
 * @param publication the connection, to be closed or looked at later
 */
public record PublishRequest(
        String app, StreamKeyText key, InetSocketAddress peer, String encoder, Publication publication) {}
