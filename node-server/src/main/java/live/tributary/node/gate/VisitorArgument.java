// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import org.springframework.core.MethodParameter;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;

/** Hands a controller the {@link Visitor} it asks for. */
final class VisitorArgument implements SyncHandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(Visitor.class);
    }

    @Override
    public Visitor resolveArgumentValue(MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
        return VisitorFilter.of(exchange);
    }
}
