// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp;

/** A handle on one publisher's connection, good from the request until after its end. Any thread may call it. */
public interface Publication {

    /** Tells the encoder why, closes the connection, and leads to {@link MediaListener#onEnd}. Later calls do nothing. */
    void close(CloseReason why);

    /** What the connection looks like now; after its end, how it looked last. */
    PublicationFigures figures();
}
