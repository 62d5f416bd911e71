// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the operator the sentence that matters instead of a hundred lines of stack. */
final class PemFailureAnalyzer extends AbstractFailureAnalyzer<PemException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PemException cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }
}
