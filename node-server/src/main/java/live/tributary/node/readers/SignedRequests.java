// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.readers;

import java.util.ArrayList;

import org.springframework.http.server.reactive.ServerHttpRequest;

import live.tributary.federation.signature.Headers;
import live.tributary.federation.signature.HttpRequest;
import live.tributary.federation.signature.Origin;

/** Requests of other servers, as they signed them. */
public final class SignedRequests {

    private SignedRequests() {}

    /**
     * The target as it came, byte for byte: it is a part of what was signed.
     *
     * @param origin the public address of this node: others sign what they call, not what reaches us behind a proxy
     * @throws IllegalArgumentException where the target cannot have been sent
     */
    public static HttpRequest of(ServerHttpRequest request, Origin origin, byte[] body) {
        var uri = request.getURI();
        var query = uri.getRawQuery();
        var target = query == null ? uri.getRawPath() : uri.getRawPath() + "?" + query;
        var fields = new ArrayList<Headers.Field>();
        request.getHeaders()
                .forEach((name, values) -> values.forEach(value -> fields.add(new Headers.Field(name, value))));
        return new HttpRequest(request.getMethod().name(), origin, target, new Headers(fields), body);
    }
}
