// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.signature;

/**
 * A "no" to a signature.
 *
 * @param words for the operator: what was wrong, with the names and times of the request, never with its body
 */
public record Refused(RefusalReason reason, String words) implements Reading, Verdict {}
