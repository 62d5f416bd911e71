// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import java.io.Serial;
import java.time.Duration;
import java.util.Locale;

/**
 * A request that gets no answer but a reason (RFC 9457). Two audiences, two sentences: {@link #sentence} is for the
 * person, the exception's message for the log.
 */
public final class Problem extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String sentence;
    private final Duration retryAfter;

    private Problem(Kind kind, String sentence, String because, Duration retryAfter) {
        super(because, null, false, false);
        this.kind = kind;
        this.sentence = sentence;
        this.retryAfter = retryAfter;
    }

    /** A problem of this kind, told in the words that fit any case of it. */
    public static Problem of(Kind kind) {
        return new Problem(kind, kind.sentence, kind.type(), Duration.ZERO);
    }

    /** The same problem, with what only the log may read. */
    public Problem because(String detail) {
        return new Problem(kind, sentence, kind.type() + ": " + detail, retryAfter);
    }

    /** The same problem, told in other words to the person. */
    public Problem saying(String text) {
        return new Problem(kind, text, String.valueOf(getMessage()), retryAfter);
    }

    /** The same problem, with the time after which another try makes sense. */
    public Problem retryAfter(Duration wait) {
        return new Problem(kind, sentence, String.valueOf(getMessage()), wait);
    }

    public Kind kind() {
        return kind;
    }

    /** For the person. */
    public String sentence() {
        return sentence;
    }

    /** Zero where waiting does not help. */
    public Duration retryAfter() {
        return retryAfter;
    }

    /** What can be wrong with a request. The names are stable: programs compare them. */
    public enum Kind {
        BAD_REQUEST(400, "The node could not read this request."),
        NOT_SIGNED_IN(401, "Sign in first."),
        FORBIDDEN(403, "Your account may not do this."),
        FORM_EXPIRED(403, "The page this came from is too old, or is not from this node. Load it again and repeat."),
        NOT_FOUND(404, "There is nothing at this address."),
        LINK_USED_UP(404, "This link was used already, or is too old. Ask for a new one."),
        METHOD_NOT_ALLOWED(405, "This address does not take such a request."),
        NOT_ACCEPTABLE(406, "The node has no answer of the type that was asked for."),
        CONFLICT(409, "This no longer fits the present state. Load it again."),
        GONE(410, "What was here was taken back by those who showed it."),
        LENGTH_REQUIRED(411, "A form has to say how long it is."),
        TOO_LARGE(413, "This is larger than the node takes."),
        UNSUPPORTED_MEDIA_TYPE(415, "The node does not take a body of this type."),
        INVALID(422, "A value in this request is not allowed."),
        TOO_MANY_REQUESTS(429, "Too many requests from your network. Wait a little."),
        HEADERS_TOO_LARGE(431, "This request has more headers than the node takes."),
        BROKEN(500, "Something in the node is broken. Its log says what."),
        NOT_IMPLEMENTED(501, "The node cannot answer in this way."),
        UNCLAIMED(503, "This node has no owner yet. Its log shows the link that makes you the owner."),
        NODE_BUSY(503, "The node has too much to do at the moment. Try again in a few seconds.");

        private final int status;
        private final String sentence;

        Kind(int status, String sentence) {
            this.status = status;
            this.sentence = sentence;
        }

        /** HTTP status of the answer. */
        public int status() {
            return status;
        }

        /** Stable name, the last part of the problem's {@code type}. */
        public String type() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
