// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder;

/** What one thing takes of the queue's bounds. */
record QueueShare(int videoMillis, int audioMillis, int bytes) {

    static final QueueShare NONE = new QueueShare(0, 0, 0);
}
