// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.following;

import java.net.URI;
import java.time.Instant;

import live.tributary.node.inbox.Somebody;

/**
 * A broadcast elsewhere that is on air, as its origin tells it.
 *
 * @param team whose it is
 * @param title may be empty
 * @param page where it is watched, on its own server
 * @param fresh whether its origin has said so lately; else it is about to be given up
 */
public record RemoteStream(URI id, Somebody team, String title, URI page, Instant since, boolean fresh) {}
