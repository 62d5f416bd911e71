// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

/** There is something to read elsewhere. Published inside the transaction. */
record WorkFound() {}
