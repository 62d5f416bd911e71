// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;

import live.tributary.federation.http.Outcome.Broken;
import live.tributary.federation.http.Outcome.NotResolvable;
import live.tributary.federation.http.Outcome.Refused;
import live.tributary.federation.http.Outcome.TimedOut;

/** Translates what Netty throws into what the operator should know. */
final class Failures {

    private Failures() {}

    static Outcome outcome(URI address, Throwable failure, Limits limits) {
        return switch (failure) {
            case ForbiddenAddressException _ -> new Refused(address, Refusal.FORBIDDEN_ADDRESS);
            case NotResolvableException _ -> new NotResolvable(address);
            case ConnectTimeoutException _ -> new TimedOut(address, limits.connect());
            case SslHandshakeTimeoutException _ -> new TimedOut(address, limits.tls());
            case TimeoutException _ -> new TimedOut(address, limits.total());
            case ConnectException _ -> new Broken(address, Breakage.NO_CONNECTION);
            case SSLException _ -> new Broken(address, Breakage.NO_TRUST);
            case IOException _ -> new Broken(address, Breakage.BROKEN_OFF);
            default -> new Broken(address, Breakage.GARBLED);
        };
    }
}
