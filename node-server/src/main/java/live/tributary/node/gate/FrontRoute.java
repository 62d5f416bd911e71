// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import io.netty.handler.codec.http.HttpRequest;

/**
 * What is answered before the web server sees it, on the event loop: media, which players ask for so often that each object
 * and each handler on the way counts. No filter and no session of the gate sees such a request, so the route has limits and
 * headers of its own.
 */
public interface FrontRoute {

    /** The beginning of the addresses that are this route's, undecoded as they come: {@code "/live/"}. */
    String root();

    /**
     * Answers a request, at once or later. On the event loop of its connection, or of its stream in HTTP/2; must not block.
     *
     * @param request without its body, which is dropped; not to be kept beyond this call
     * @param reply takes the answer, once
     */
    void answer(HttpRequest request, FrontReply reply);
}
