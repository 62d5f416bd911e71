// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls.store;

/** What a journal may hold. A journal beyond a limit is not ours, or damaged. */
final class JournalLimits {

    /** Of one publication. An initialization segment is by far the largest thing in it. */
    static final int MOST_RECORD_BYTES = 4 << 20;

    /** Half an hour in five renditions is 6 MB; it is rewritten long before this. */
    static final long MOST_JOURNAL_BYTES = 256L << 20;

    /** Steps of one publication. */
    static final int MOST_ENTRIES = 10_000;

    private JournalLimits() {}
}
