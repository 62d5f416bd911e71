// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp;

import java.time.Duration;

/**
 * How long a connection may take for each step of its life.
 *
 * @param handshake from the accepted connection to the last handshake byte, all of it
 * @param publish from the handshake to a {@code publish} command
 * @param decision for the application to answer a {@link PublishRequest}
 * @param firstMedia from the accepted publication to its first frame
 * @param idle without a byte, while not publishing
 * @param silence without a byte, while publishing
 * @param reconnect from our request to reconnect to our end of the connection
 */
public record Deadlines(
        Duration handshake,
        Duration publish,
        Duration decision,
        Duration firstMedia,
        Duration idle,
        Duration silence,
        Duration reconnect) {

    public static final Deadlines DEFAULTS = new Deadlines(
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofSeconds(15),
            Duration.ofSeconds(2));
}
