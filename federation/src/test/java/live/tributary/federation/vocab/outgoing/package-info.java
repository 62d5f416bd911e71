// SPDX-License-Identifier: AGPL-3.0-or-later
/** Tests of what a node says, against the rules of those who read it. */
@NullMarked
package live.tributary.federation.vocab.outgoing;

import org.jspecify.annotations.NullMarked;
