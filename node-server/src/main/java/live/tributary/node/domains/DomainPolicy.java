// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.domains;

/**
 * What the operator decided about a domain and all below it.
 *
 * @param rejectMedia whether its pictures are not fetched
 * @param rejectReports whether its reports are dropped
 * @param comment the reason that may be public; empty without one, at most {@value #MAX_COMMENT} characters
 * @param obfuscate whether a public list hides a part of the name
 */
public record DomainPolicy(
        DomainName domain,
        Severity severity,
        boolean rejectMedia,
        boolean rejectReports,
        String comment,
        boolean obfuscate) {

    public static final int MAX_COMMENT = 500;

    public DomainPolicy {
        if (comment.length() > MAX_COMMENT) {
            throw new IllegalArgumentException("a comment has at most %d characters".formatted(MAX_COMMENT));
        }
    }
}
