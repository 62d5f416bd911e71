// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * JSON-LD, for the few documents whose context gives the words that we read another meaning. All others are read as
 * plain JSON: expansion costs some fifty times as much and is more to attack. The only package that sees Titanium.
 */
@NullMarked
package live.tributary.federation.jsonld;

import org.jspecify.annotations.NullMarked;
