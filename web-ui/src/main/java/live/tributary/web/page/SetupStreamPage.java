// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.util.List;

/**
 * Third step of the set-up: what to type into OBS, and a light that turns green.
 *
 * @param channel id of the channel the light watches
 * @param server address for OBS, such as {@code rtmp://example.org/live}
 * @param key the stream key if it was just made
 * @param profilePath where an OBS profile can be downloaded
 * @param watchPath where viewers will see the stream
 */
public record SetupStreamPage(
        Frame frame,
        String channel,
        String server,
        Reveal key,
        String profilePath,
        String watchPath,
        Light light,
        List<RefusedTry> refused)
        implements Page {

    public SetupStreamPage {
        refused = List.copyOf(refused);
    }
}
