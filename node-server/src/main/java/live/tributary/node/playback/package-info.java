// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Serves live media: playlists, parts, segments, held reloads, and the count of those who watch.
 *
 * <p>No tables, no events. Its routes run on the event loop in front of the web server and Spring: no security
 * filter, no CORS setting and no observation of the house sees them, so limits, headers and metrics are its own. Nothing
 * here blocks, reads a file or asks the database; a waiting viewer is a completion in a list, not a thread.
 */
@NullMarked
@ApplicationModule(
        displayName = "playback",
        allowedDependencies = {"kernel", "studio", "health", "gate"})
package live.tributary.node.playback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
