// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp;

/**
 * Receives one accepted publication.
 *
 * <p>Called on the connection's event loop, in the order of arrival, one call at a time. Must not block: offer to a
 * queue and return. If it throws, the connection is closed and {@link #onEnd} follows.
 */
public interface MediaListener {

    /** One tag arrived. */
    void onTag(MediaTag tag);

    /** Nothing follows. Called exactly once, whatever happened. */
    void onEnd(PublicationEnd end);
}
