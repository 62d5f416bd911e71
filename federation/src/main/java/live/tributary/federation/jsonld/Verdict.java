// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.jsonld;

/** What a document's contexts allow. */
enum Verdict {
    /** Plain JSON says the same as JSON-LD, as far as we read it. */
    SAFE,
    /** A word that we read may mean something else. */
    NEEDS_EXPANSION
}
