// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the requests of a connection through one after the other (RFC 9112, 9.3.2), to a {@link FrontRoute} or to the web
 * server behind it. Stands just before that, one for each connection or stream of HTTP/2, confined to its event loop.
 */
final class Turnstile extends ChannelDuplexHandler {

    static final String NAME = "tributary.turnstile";

    private static final Logger log = LoggerFactory.getLogger(Turnstile.class);

    private final FrontAnswers front;
    private final HeadDeadline deadline;
    private @Nullable ChannelHandlerContext context;

    /** Pieces of requests that came before their turn. The codec closes a connection with more than 128 requests ahead. */
    private @Nullable Queue<HttpObject> early;

    /** Whether more of the current request may come. */
    private boolean reading;

    private boolean answering;

    /** Whether the last request was for a front route. The web server asks for what it reads by itself. */
    private boolean ours;

    /** Whether an answer of a front route is under way. */
    private boolean underWay;

    /** Whether early pieces are being passed right now. */
    private boolean passing;

    /** @param deadline of the connection, told where requests begin and end */
    Turnstile(FrontAnswers front, HeadDeadline deadline) {
        this.front = front;
        this.deadline = deadline;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!(message instanceof HttpObject piece)) {
            context.fireChannelRead(message);
        } else if (early == null && isTurn()) {
            pass(piece);
        } else {
            keep(piece);
        }
    }

    /** Pieces of one request pass together. */
    private boolean isTurn() {
        return reading || !answering;
    }

    private void keep(HttpObject piece) {
        if (early == null) {
            early = new ArrayDeque<>();
        }
        early.add(piece);
    }

    private void pass(HttpObject piece) {
        var route = piece instanceof HttpRequest request ? begin(request) : null;
        if (route != null) {
            answer(route, (HttpRequest) piece);
        }
        if (ours) {
            drop(piece);
        } else {
            context().fireChannelRead(piece);
        }
        if (piece instanceof LastHttpContent) {
            reading = false;
            letNextPass();
        }
    }

    private @Nullable FrontRoute begin(HttpRequest request) {
        reading = true;
        answering = true;
        deadline.requestBegan();
        // What is no request in HTTP is answered by the web server.
        var route = request.decoderResult().isSuccess() ? front.route(request.uri()) : null;
        ours = route != null;
        return route;
    }

    private void answer(FrontRoute route, HttpRequest request) {
        underWay = true;
        front.begun();
        try {
            route.answer(request, new FrontAnswer(context(), this, request));
        } catch (RuntimeException | OutOfMemoryError failure) {
            log.error("A request below {} could not be answered, and its connection is closed.", route.root(), failure);
            end();
            var _ = context().close();
        }
    }

    private void end() {
        if (underWay) {
            underWay = false;
            front.ended();
        }
    }

    private void drop(HttpObject piece) {
        ReferenceCountUtil.release(piece);
        if (piece.decoderResult().isFailure()) {
            var _ = context().close();
        }
    }

    /** Asks for more, so that a client that goes away is noticed while its request is held. */
    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        context.fireChannelReadComplete();
        if (ours) {
            context.read();
        }
    }

    /** Sees the answers of the web server: those of front routes begin in front of this handler. */
    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        var _ = context.write(message, promise);
        if (message instanceof LastHttpContent && !isInterim(message)) {
            goOn();
        }
    }

    private static boolean isInterim(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }

    /** The answer of a front route was taken, or never will be. */
    void answered(boolean staysOpen) {
        end();
        if (staysOpen) {
            goOn();
        } else {
            var _ = context().close();
        }
    }

    boolean isClosing() {
        return front.isClosing();
    }

    private void goOn() {
        answering = false;
        letNextPass();
    }

    private void letNextPass() {
        if (reading || answering) {
            return;
        }
        deadline.requestEnded();
        if (early != null && !passing) {
            // Not from within the write that ended the answer before.
            context().executor().execute(this::passEarly);
        }
    }

    private void passEarly() {
        passing = true;
        while (early != null && isTurn()) {
            var piece = early.remove();
            early = early.isEmpty() ? null : early;
            pass(piece);
        }
        passing = false;
        channelReadComplete(context());
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        end();
        if (early != null) {
            early.forEach(ReferenceCountUtil::release);
            early = null;
        }
    }

    private ChannelHandlerContext context() {
        return Objects.requireNonNull(context);
    }
}
