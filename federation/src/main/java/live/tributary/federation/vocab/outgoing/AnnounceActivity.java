// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;
import java.time.Instant;

import tools.jackson.databind.node.ObjectNode;

/**
 * A team passes on what was said to it (FEP-1b12): the form that Lemmy, NodeBB, PieFed and Mbin read.
 *
 * @param activity as it was received or made, with its proof; it is passed on unchanged
 */
public record AnnounceActivity(URI id, URI actor, ObjectNode activity, Instant published, Audience audience)
        implements Outgoing {}
