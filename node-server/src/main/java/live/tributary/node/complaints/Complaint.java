// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.complaints;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import live.tributary.node.kernel.TeamId;

/**
 * What the operators of another server were told.
 *
 * @param id of the activity that tells it
 * @param accused whom it is about
 * @param objects what they wrote; may be nothing
 * @param words plain text
 */
public record Complaint(UUID id, TeamId team, URI accused, List<URI> objects, String words, Instant at) {

    public Complaint {
        objects = List.copyOf(objects);
    }
}
