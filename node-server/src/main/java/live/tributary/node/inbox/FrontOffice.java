// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.time.Duration;
import java.time.InstantSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

import live.tributary.federation.remote.AtOnce;
import live.tributary.federation.signature.HttpRequest;
import live.tributary.federation.signature.Origin;
import live.tributary.node.gate.Visitor;
import live.tributary.node.kernel.AddressPrefix;
import live.tributary.node.readers.SignedRequests;

/** Takes requests as they come over HTTP, asks {@link Reception}, wakes the worker, and notes who was refused. */
final class FrontOffice {

    private static final Logger log = LoggerFactory.getLogger(FrontOffice.class);

    private static final Duration BUSY_FOR = Duration.ofSeconds(30);

    /** Each may wait for somebody else's server, and holds its body meanwhile. */
    static final int MOST_EXAMINED = 64;

    static final int MOST_EXAMINED_OF_ONE = 8;

    private final AtOnce examined = new AtOnce(MOST_EXAMINED, MOST_EXAMINED_OF_ONE);
    private final Origin origin;
    private final Reception reception;
    private final Refusals refusals;
    private final InboxWorker worker;
    private final InstantSource clock;

    /** @param origin the public address of this node: others sign what they call, not what reaches us behind a proxy */
    FrontOffice(Origin origin, Reception reception, Refusals refusals, InboxWorker worker, InstantSource clock) {
        this.origin = origin;
        this.reception = reception;
        this.refusals = refusals;
        this.worker = worker;
        this.clock = clock;
    }

    Answer receive(ServerHttpRequest request, byte[] body, Visitor visitor) {
        var client = visitor.transport().client();
        var source = client.getHostAddress();
        var answer = receive(request, body, AddressPrefix.ofHousehold(client));
        switch (answer) {
            case Answer.Kept _ -> worker.wake();
            case Answer.Taken _ -> {}
            case Answer.Refused(var why, var because, var _) -> {
                log.debug("inbox refused source={} why={}: {}", source, why, because);
                refusals.add(new Refusal(clock.instant(), source, why.status(), because));
            }
        }
        return answer;
    }

    private Answer receive(ServerHttpRequest request, byte[] body, AddressPrefix source) {
        var type = request.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE);
        if (!BodyType.isActivity(type == null ? "" : type)) {
            return Answer.refused(Answer.Why.WRONG_TYPE, "A body of type %s is no activity.".formatted(type));
        }
        HttpRequest signed;
        try {
            signed = SignedRequests.of(request, origin, body);
        } catch (IllegalArgumentException unreadable) {
            return Answer.refused(Answer.Why.MALFORMED, String.valueOf(unreadable.getMessage()));
        }
        return receive(signed, source);
    }

    private Answer receive(HttpRequest signed, AddressPrefix source) {
        return examined.tryRun(source.text(), () -> reception.receive(signed, source.text()))
                .orElseGet(() -> new Answer.Refused(Answer.Why.BUSY, "too many requests at once", BUSY_FOR));
    }
}
