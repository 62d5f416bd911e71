// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp;

/**
 * Why a publication is over.
 *
 * @param description a sentence for people, without keys or addresses
 */
public record PublicationEnd(Kind kind, String description) {

    /** What the difference is for those who wait for the publisher's return. */
    public enum Kind {
        /** The publisher said goodbye (FCUnpublish, deleteStream, closeStream). */
        CLEAN,
        /** The connection broke or fell silent. */
        LOST,
        /** We closed it: see {@link CloseReason}. */
        CLOSED_BY_US,
        /** The publisher broke the protocol, sent what we do not take, or passed a limit. */
        VIOLATION
    }
}
