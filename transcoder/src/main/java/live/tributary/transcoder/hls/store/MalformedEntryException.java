// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls.store;

/** Bytes of a journal that say nothing we know; reading ends there. */
final class MalformedEntryException extends Exception {

    private static final long serialVersionUID = 1;

    MalformedEntryException(String message) {
        super(message);
    }
}
