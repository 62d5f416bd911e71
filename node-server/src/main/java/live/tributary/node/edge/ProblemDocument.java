// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import live.tributary.node.gate.Problem;

/**
 * RFC 9457, 3.1.
 *
 * @param type stable name of the problem, relative to the node
 * @param title the sentence for people
 */
record ProblemDocument(String type, String title, int status) {

    static ProblemDocument of(Problem problem) {
        return new ProblemDocument(
                "/problems/" + problem.kind().type(),
                problem.sentence(),
                problem.kind().status());
    }
}
