// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What every HTTP request passes before a controller sees it: who is asking (session cookie to {@code Actor}), request
 * forgery, limits, security headers, addresses behind a proxy, TLS.
 *
 * <p>The media routes of {@code playback} are served in front of all this (see the decision record on HTTP security).
 */
@NullMarked
@ApplicationModule(
        displayName = "gate",
        allowedDependencies = {"kernel", "instance", "accounts"})
package live.tributary.node.gate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
