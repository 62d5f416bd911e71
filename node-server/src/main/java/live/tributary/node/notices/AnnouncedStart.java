// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.notices;

import java.time.Instant;

import live.tributary.node.directory.ListedGroup;

/**
 * A start that a listed team has announced.
 *
 * @param title of one line; may be empty
 */
public record AnnouncedStart(ListedGroup team, Instant at, String title) {}
