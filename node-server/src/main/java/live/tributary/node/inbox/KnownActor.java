// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.time.Instant;

/**
 * Somebody elsewhere, as the server there describes them.
 *
 * @param host host and port of the address, in lower case
 * @param type of ActivityStreams: Person, Group, Application, Service, Organization
 * @param handle the name before the host; empty where there is none
 * @param name for people
 * @param page for people to click on
 * @param sharedInbox where its server takes what is for many; the inbox itself where it has no such thing
 */
record KnownActor(
        URI id,
        String host,
        String type,
        String handle,
        String name,
        URI page,
        URI inbox,
        URI sharedInbox,
        Instant fetchedAt) {}
