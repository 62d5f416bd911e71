// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.http;

import java.time.Duration;

/**
 * How much time and memory one exchange with a stranger's server may cost.
 *
 * @param connect until a connection is there
 * @param tls until it is encrypted
 * @param total from the look-up of the name to the last byte, over all redirects; also bounds a body that drips
 * @param connectionsPerHost open at once; who comes then waits, within {@code total}
 * @param documentBytes of a document that is fetched, unpacked; counted while it arrives, whatever it says of itself
 * @param replyBytes of the answer to something posted; what comes after is not read
 * @param gzipRatio unpacked bytes for each packed one
 */
public record Limits(
        Duration connect,
        Duration tls,
        Duration total,
        int connectionsPerHost,
        int documentBytes,
        int replyBytes,
        int gzipRatio) {

    /** What every node uses. */
    public static final Limits DEFAULT = new Limits(
            Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(10), 4, 1024 * 1024, 64 * 1024, 20);
}
