// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.database;

import java.io.Serial;

/** The database cannot be started or reached. The message is one sentence for the operator, with the way out. */
public final class DatabaseException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String sentence;

    DatabaseException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    DatabaseException(String sentence, Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
