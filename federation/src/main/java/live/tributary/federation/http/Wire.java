// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.TrustManagerFactory;

import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.ssl.SslContextBuilder;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.Connection;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;
import reactor.netty.tcp.SslProvider.GenericSslContextSpec;

import live.tributary.federation.http.Outcome.Answered;
import live.tributary.federation.http.Outcome.TooLarge;
import live.tributary.federation.signature.Headers;
import live.tributary.federation.signature.Headers.Field;
import live.tributary.federation.signature.HttpRequest;

/**
 * One request and its answer over reactor-netty, without redirects. Has event loops and connections of its own, so that no
 * stranger's server can slow down what viewers ask for. May be used by any number of threads.
 */
final class Wire implements AutoCloseable {

    private static final int EVENT_LOOPS = 2;

    /** Each of those who wait for a connection is a thread of ours, and waits for the total time at most. */
    private static final int ANY_NUMBER = -1;

    private static final Duration IDLE_CONNECTION_KEPT = Duration.ofSeconds(15);

    /** Each host is looked at for itself: with ten thousand of them, seldom. */
    private static final Duration BETWEEN_EVICTIONS = Duration.ofSeconds(30);

    private static final Duration UNUSED_HOST_KEPT = Duration.ofSeconds(30);

    /** Header fields of Mastodon with its content security policy are some 4 KiB. */
    private static final int HEADER_BYTES = 32 * 1024;

    private final Limits limits;
    private final LoopResources loops = LoopResources.create("federation-http", EVENT_LOOPS, true);
    private final ConnectionProvider connections;
    private final HttpClient client;

    Wire(Limits limits, CheckedAddresses addresses, TrustManagerFactory trust) {
        this.limits = limits;
        this.connections = ConnectionProvider.builder("federation")
                .maxConnections(limits.connectionsPerHost())
                .pendingAcquireMaxCount(ANY_NUMBER)
                .pendingAcquireTimeout(limits.total())
                .maxIdleTime(IDLE_CONNECTION_KEPT)
                .evictInBackground(BETWEEN_EVICTIONS)
                .disposeInactivePoolsInBackground(UNUSED_HOST_KEPT, UNUSED_HOST_KEPT)
                .build();
        GenericSslContextSpec<SslContextBuilder> encryption =
                Http11SslContextSpec.forClient().configure(context -> context.trustManager(trust));
        this.client = HttpClient.create(connections)
                .runOn(loops)
                .resolver(addresses)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        limits.connect().toMillis())
                .httpResponseDecoder(decoder -> decoder.maxHeaderSize(HEADER_BYTES))
                .secure(tls -> tls.sslContext(encryption).handshakeTimeout(limits.tls()));
    }

    /**
     * Waits for the answer.
     *
     * @param maxBytes how much of its body is kept
     * @param wholeOrNothing whether a longer body makes the answer worthless
     * @param left of the total time
     */
    Outcome exchange(HttpRequest request, int maxBytes, boolean wholeOrNothing, Duration left) {
        var address = URI.create(request.targetUri());
        var answer = answer(request, address, maxBytes, wholeOrNothing)
                .timeout(left)
                .onErrorResume(failure -> Mono.just(Failures.outcome(address, failure, limits)));
        return Objects.requireNonNull(answer.block(), "an answer or a failure");
    }

    private Mono<Outcome> answer(HttpRequest request, URI address, int maxBytes, boolean wholeOrNothing) {
        var fields = request.headers().fields();
        var from = new AtomicReference<@Nullable InetAddress>();
        var sender = client.doOnResponse((_, connection) -> from.set(machine(connection)))
                .headers(to -> fields.forEach(field -> to.add(field.name(), field.value())))
                .request(HttpMethod.valueOf(request.method()))
                .uri(address);
        var body = request.body();
        var receiver =
                body.length == 0 ? sender : sender.send((_, outbound) -> outbound.sendByteArray(Mono.just(body)));
        return receiver.response((response, content) -> read(address, from, response, content, maxBytes))
                .single()
                .map(read -> read.cut() && wholeOrNothing ? new TooLarge(address, maxBytes) : read.answer());
    }

    /** @param cut whether there was more */
    private record Read(Answered answer, boolean cut) {}

    private static @Nullable InetAddress machine(Connection connection) {
        return connection.channel().remoteAddress() instanceof InetSocketAddress socket ? socket.getAddress() : null;
    }

    private static Mono<Read> read(
            URI address,
            AtomicReference<@Nullable InetAddress> from,
            HttpClientResponse response,
            ByteBufFlux content,
            int maxBytes) {
        var body = new ReceivedBody(maxBytes);
        return content.asByteArray().takeUntil(body::add).then(Mono.fromSupplier(() -> {
            var machine = Objects.requireNonNull(from.get(), "who answers is connected");
            int status = response.status().code();
            return new Read(new Answered(address, machine, status, headers(response), body.bytes()), body.cut());
        }));
    }

    private static Headers headers(HttpClientResponse response) {
        return new Headers(response.responseHeaders().entries().stream()
                .map(field -> new Field(field.getKey(), field.getValue()))
                .toList());
    }

    /** Ends all exchanges. */
    @Override
    public void close() {
        connections.dispose();
        loops.dispose();
    }
}
