// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

/** The files for TLS cannot be used. The message is for the operator: which setting, which file, what is wrong. */
final class PemException extends IllegalStateException {

    PemException(String sentence) {
        super(sentence);
    }

    PemException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
