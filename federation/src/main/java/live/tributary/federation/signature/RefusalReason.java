// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.signature;

/** Why a signature does not count. All of them are answered with 401, so that an honest peer knocks again. */
public enum RefusalReason {
    UNSIGNED,
    MALFORMED,
    /** More bytes, parts or signatures than anybody needs. */
    TOO_LARGE,
    /** The name of the key is not the address of anything. */
    KEY_ID_UNUSABLE,
    ALGORITHM_UNKNOWN,
    /** The algorithm is known, and this key is not one for it. */
    ALGORITHM_UNFIT,
    /** Something that matters was left unsigned. */
    COVERAGE_INCOMPLETE,
    /** A signed part is of a kind that we cannot rebuild. */
    COMPONENT_UNSUPPORTED,
    /** A signed part is not in the request. */
    COMPONENT_MISSING,
    TOO_OLD,
    IN_THE_FUTURE,
    EXPIRED,
    DIGEST_MISSING,
    DIGEST_MALFORMED,
    DIGEST_REPEATED,
    DIGEST_ALGORITHM_UNKNOWN,
    DIGEST_WRONG,
    SIGNATURE_WRONG
}
