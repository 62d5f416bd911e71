// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.http;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;

import live.tributary.federation.signature.Headers;

/** What came of a request to another server. */
public sealed interface Outcome {

    /** The address that was asked last. */
    URI address();

    /**
     * The server answered, be it with an error.
     *
     * @param address after all redirects, without a fragment
     * @param from the machine that we were connected to, which the guard had let through
     * @param body unpacked; of a reply to a post only the beginning
     */
    @SuppressWarnings("ArrayRecordComponent") // never written to, and never compared
    record Answered(URI address, InetAddress from, int status, Headers headers, byte[] body) implements Outcome {

        /** 2xx (RFC 9110, 15.3). */
        public boolean successful() {
            return status / 100 == 2;
        }
    }

    /** We did not go there. */
    record Refused(URI address, Refusal why) implements Outcome {}

    /** No address was found for the host. */
    record NotResolvable(URI address) implements Outcome {}

    /**
     * It took too long.
     *
     * @param limit which was over
     */
    record TimedOut(URI address, Duration limit) implements Outcome {}

    /**
     * There was more than we take, or it was packed more tightly than honest text can be.
     *
     * @param limitBytes of the unpacked body
     */
    record TooLarge(URI address, int limitBytes) implements Outcome {}

    /** The exchange failed on the way. */
    record Broken(URI address, Breakage how) implements Outcome {}

    /** One sentence for the operator. */
    default String words() {
        return switch (this) {
            case Answered answered -> "%s answered %d.".formatted(address(), answered.status());
            case Refused refused ->
                "%s was not asked: it %s.".formatted(address(), refused.why().words());
            case NotResolvable _ ->
                "No address was found for %s.".formatted(address().getHost());
            case TimedOut late ->
                "%s did not answer within %d s."
                        .formatted(address(), late.limit().toSeconds());
            case TooLarge large -> "%s sent more than %d KiB.".formatted(address(), large.limitBytes() / 1024);
            case Broken broken ->
                "%s %s.".formatted(address().getHost(), broken.how().words());
        };
    }
}
