// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import live.tributary.federation.vocab.Arrivals;

/**
 * A team is still on air. Only a hint: whoever wants to be sure asks for the team's list of live broadcasts.
 *
 * @param video what is on air
 * @param arrivals how many it has room for
 */
public record Heartbeat(URI id, String teamName, Video video, Instant published, Arrivals arrivals)
        implements Outgoing {

    @Override
    public URI actor() {
        return video.credits().group();
    }

    @Override
    public Audience audience() {
        return new Audience(List.of(new ActorAddresses(actor()).followers()), List.of());
    }
}
