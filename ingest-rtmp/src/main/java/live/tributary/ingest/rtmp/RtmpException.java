// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp;

/**
 * A peer did what the protocol or our limits do not allow. The scope says what dies of it.
 *
 * <p>The message is for the log and never quotes a key.
 */
public final class RtmpException extends RuntimeException {

    /** What dies. */
    public enum Scope {
        /** The whole connection: the bytes that follow cannot be trusted. */
        CONNECTION,
        /** This message only: it is left out and counted. */
        MESSAGE
    }

    /** What was wrong. */
    public enum Code {
        BAD_HANDSHAKE,
        BAD_CHUNK,
        BAD_MESSAGE,
        BAD_AMF,
        BAD_TAG,
        TOO_LARGE,
        TOO_MUCH,
        TOO_SLOW,
        OUT_OF_ORDER,
        UNSUPPORTED
    }

    private final Scope scope;
    private final Code code;
    private final String what;

    private RtmpException(Scope scope, Code code, String message) {
        // A stranger causes these at will: a stack trace would cost us more than it costs them.
        super(message, null, false, false);
        this.scope = scope;
        this.code = code;
        this.what = message;
    }

    /** Ends the connection. */
    public static RtmpException connection(Code code, String message) {
        return new RtmpException(Scope.CONNECTION, code, message);
    }

    /** Spoils one message. */
    public static RtmpException message(Code code, String message) {
        return new RtmpException(Scope.MESSAGE, code, message);
    }

    public Scope scope() {
        return scope;
    }

    public Code code() {
        return code;
    }

    /** What went wrong, for the log and the studio. */
    public String what() {
        return what;
    }
}
