// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.delivery;

import java.time.Duration;
import java.time.Instant;

import live.tributary.federation.signature.SignatureKind;

/**
 * Which kind of signature a host is sent. Strangers get the older one, which every server reads; a host that shows that
 * it knows RFC 9421 gets that, unless it refused it lately.
 *
 * @param kind to be tried first
 * @param heldUntil before this time nothing but a refusal changes it
 */
public record SignatureHabit(SignatureKind kind, Instant heldUntil) {

    /** How long a host that refused RFC 9421 is not sent it again. */
    public static final Duration MEMORY_OF_REFUSAL = Duration.ofDays(7);

    /** For a host of which nothing is known. */
    public static SignatureHabit unknown() {
        return new SignatureHabit(SignatureKind.CAVAGE, Instant.EPOCH);
    }

    /** After the host sent us a valid signature of this kind. That it sends the older one tells nothing. */
    public SignatureHabit heard(SignatureKind sent, Instant now) {
        return sent == SignatureKind.RFC9421 && !now.isBefore(heldUntil) ? new SignatureHabit(sent, heldUntil) : this;
    }

    /** After the host took this kind when it had refused the other. */
    public SignatureHabit tookInstead(SignatureKind taken, Instant now) {
        return switch (taken) {
            case CAVAGE -> new SignatureHabit(taken, now.plus(MEMORY_OF_REFUSAL));
            case RFC9421 -> new SignatureHabit(taken, Instant.EPOCH);
        };
    }

    /** The kind to knock with a second time. */
    public static SignatureKind other(SignatureKind kind) {
        return switch (kind) {
            case CAVAGE -> SignatureKind.RFC9421;
            case RFC9421 -> SignatureKind.CAVAGE;
        };
    }
}
