// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import live.tributary.federation.signature.Origin;
import live.tributary.federation.vocab.ActivityStreams;
import live.tributary.node.gate.Transport;
import live.tributary.node.kernel.AddressPrefix;
import live.tributary.node.readers.Access;
import live.tributary.node.readers.KeyDocument;
import live.tributary.node.readers.Readers;
import live.tributary.node.readers.SignedRequests;

/** An answer that, if it is a document for servers, goes only to those who may have it. */
final class GuardedResponse extends ServerHttpResponseDecorator {

    private static final MediaType DOCUMENT = MediaType.parseMediaType(ActivityStreams.MEDIA_TYPE);
    private static final byte[] NO_BODY = {};

    /** draft-cavage-12, 3.1: what has to be signed of a request without a body. */
    private static final String CHALLENGE = "Signature headers=\"(request-target) host date\"";

    private final ServerHttpRequest request;
    private final Readers readers;
    private final Origin origin;
    private final Scheduler blocking;

    GuardedResponse(ServerWebExchange exchange, Readers readers, Origin origin, Scheduler blocking) {
        super(exchange.getResponse());
        this.request = exchange.getRequest();
        this.readers = readers;
        this.origin = origin;
        this.blocking = blocking;
    }

    @Override
    public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
        return DOCUMENT.equalsTypeAndSubtype(getHeaders().getContentType())
                ? DataBufferUtils.join(Flux.from(body))
                        .map(GuardedResponse::taken)
                        .flatMap(this::writeGuarded)
                : super.writeWith(body);
    }

    /** That a document has not changed since is for those alone, too, who may have it. */
    @Override
    public Mono<Void> setComplete() {
        return HttpStatus.NOT_MODIFIED.equals(getStatusCode())
                        && DOCUMENT.equalsTypeAndSubtype(getHeaders().getContentType())
                ? completeGuarded()
                : super.setComplete();
    }

    private Mono<Void> completeGuarded() {
        return Mono.fromCallable(this::judge).subscribeOn(blocking).flatMap(access -> switch (access) {
            case Access.Granted() -> complete();
            case Access.Unknown(var because) -> challenge(because);
            case Access.Forbidden(var because) -> refuse(HttpStatus.FORBIDDEN, because);
        });
    }

    private Mono<Void> complete() {
        if (readers.demandSignatures()) {
            keepOutOfCaches();
        }
        return super.setComplete();
    }

    private Mono<Void> writeGuarded(byte[] document) {
        return Mono.fromCallable(this::judge).subscribeOn(blocking).flatMap(access -> switch (access) {
            case Access.Granted() -> write(document);
            case Access.Unknown(var because) ->
                KeyDocument.of(document).map(this::write).orElseGet(() -> challenge(because));
            case Access.Forbidden(var because) -> refuse(HttpStatus.FORBIDDEN, because);
        });
    }

    private Access judge() {
        var source = AddressPrefix.ofHousehold(Transport.of(request).client()).text();
        try {
            return readers.judge(SignedRequests.of(request, origin, NO_BODY), source);
        } catch (IllegalArgumentException unreadable) {
            return new Access.Forbidden(String.valueOf(unreadable.getMessage()));
        }
    }

    private Mono<Void> write(byte[] document) {
        if (readers.demandSignatures()) {
            keepOutOfCaches();
        }
        return send(document);
    }

    private Mono<Void> challenge(String because) {
        getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
        return refuse(HttpStatus.UNAUTHORIZED, because);
    }

    private Mono<Void> refuse(HttpStatus status, String because) {
        setStatusCode(status);
        getHeaders().setContentType(MediaType.TEXT_PLAIN);
        keepOutOfCaches();
        return send(because.getBytes(StandardCharsets.UTF_8));
    }

    /** What one server gets is not what the next one gets. */
    private void keepOutOfCaches() {
        var headers = getHeaders();
        headers.setCacheControl("private, no-store");
        headers.setVary(List.of(HttpHeaders.ACCEPT, "Signature"));
        headers.remove(HttpHeaders.ETAG);
    }

    private Mono<Void> send(byte[] body) {
        getHeaders().setContentLength(body.length);
        return super.writeWith(Mono.fromSupplier(() -> bufferFactory().wrap(body)));
    }

    private static byte[] taken(DataBuffer buffer) {
        try {
            var bytes = new byte[buffer.readableByteCount()];
            buffer.read(bytes);
            return bytes;
        } finally {
            DataBufferUtils.release(buffer);
        }
    }
}
