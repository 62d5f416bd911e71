// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.notices;

import live.tributary.federation.vocab.OpenSeat;
import live.tributary.node.directory.ListedGroup;

/** A listed team, and somebody whom it looks for. */
public record Opening(ListedGroup team, OpenSeat seat) {}
