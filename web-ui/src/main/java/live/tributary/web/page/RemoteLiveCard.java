// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.net.URI;
import java.time.Instant;

/**
 * Somebody on another server who is on air, as a card that leads there.
 *
 * @param title may be empty
 * @param team whose stream it is
 * @param host name of the other server
 * @param page where it is watched, over there
 * @param fresh whether that server has said so lately
 */
public record RemoteLiveCard(String title, RemotePerson team, String host, URI page, Instant since, boolean fresh) {

    /** What the card is called: the title, or else whose it is. */
    public String headline() {
        return title.isBlank() ? team.name() : title;
    }
}
