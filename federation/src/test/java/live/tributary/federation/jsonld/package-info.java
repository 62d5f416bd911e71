// SPDX-License-Identifier: AGPL-3.0-or-later
/** Tests of contexts, and of our own documents as a reader of JSON-LD sees them. */
@NullMarked
package live.tributary.federation.jsonld;

import org.jspecify.annotations.NullMarked;
