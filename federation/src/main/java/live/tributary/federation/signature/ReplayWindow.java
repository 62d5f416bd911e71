// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.signature;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * The signatures that were acted on lately. A repeat is no attack for certain, since honest peers resend when our answer was
 * lost: it is answered as the first one was, and has no effect.
 *
 * <p>In memory, and bounded: where more signatures come than fit, the oldest are forgotten early, and the ids of activities
 * alone keep repeats out. May be used by any number of threads.
 */
public final class ReplayWindow {

    /** A signature may be dated from 65 minutes before to 60 minutes after our time: two hours see all its repeats. */
    public static final Duration DEFAULT_MEMORY = Duration.ofHours(2).plusMinutes(5);

    /** Some 15 MB. */
    public static final int DEFAULT_LIMIT = 100_000;

    private final InstantSource clock;
    private final Duration memory;
    private final int limit;
    private final SequencedMap<ByteBuffer, Instant> seen = new LinkedHashMap<>();

    public ReplayWindow(InstantSource clock, Duration memory, int limit) {
        this.clock = clock;
        this.memory = memory;
        this.limit = limit;
    }

    /** Whether a claim with this very signature was remembered. */
    public synchronized boolean knows(SignatureClaim claim) {
        forgetOld();
        return seen.containsKey(ByteBuffer.wrap(claim.hash()));
    }

    /** Remembers a verified claim: only once its request was kept for good, so that a failed one may be sent again. */
    public synchronized void remember(SignatureClaim claim) {
        forgetOld();
        seen.putIfAbsent(ByteBuffer.wrap(claim.hash()), clock.instant());
        if (seen.size() > limit) {
            seen.pollFirstEntry();
        }
    }

    private void forgetOld() {
        var oldest = clock.instant().minus(memory);
        var entries = seen.values().iterator();
        while (entries.hasNext() && entries.next().isBefore(oldest)) {
            entries.remove();
        }
    }
}
