// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.following;

import java.net.URI;
import java.util.Collection;

/** What is kept of broadcasts of these teams may read differently now, or somebody wants to know of them who did not before. */
record OnAirChanged(Collection<URI> teams) {}
