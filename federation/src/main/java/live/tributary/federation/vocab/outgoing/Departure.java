// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * A team has gone off air.
 *
 * @param video what was on air
 */
public record Departure(URI id, String teamName, Video video, Instant published) implements Outgoing {

    @Override
    public URI actor() {
        return video.credits().group();
    }

    @Override
    public Audience audience() {
        return new Audience(List.of(new ActorAddresses(actor()).followers()), List.of());
    }
}
