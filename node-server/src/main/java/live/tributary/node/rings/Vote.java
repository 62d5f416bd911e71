// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;

/** What one member of a ring says to a question. */
record Vote(URI voter, boolean yes) {}
