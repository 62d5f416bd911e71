// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import live.tributary.ingest.rtmp.MediaListener;
import live.tributary.ingest.rtmp.PublicationEnd;
import live.tributary.ingest.rtmp.PublishDecision;
import live.tributary.ingest.rtmp.PublishDecision.Reason;
import live.tributary.ingest.rtmp.PublishHandler;
import live.tributary.ingest.rtmp.PublishRequest;
import live.tributary.node.broadcast.KeyLookup;
import live.tributary.node.broadcast.StreamKeys;
import live.tributary.node.kernel.Actor;

/**
 * Decides who may publish: the key says to which channel. Looks into memory, then into the database on a virtual
 * thread, and remembers every no for the one who streams.
 */
final class PublishGate implements PublishHandler {

    private static final Logger log = LoggerFactory.getLogger(PublishGate.class);

    private final StreamKeys keys;
    private final RememberedKeys remembered;
    private final OnAir onAir;
    private final OffAir offAir;
    private final StreamRoom room;
    private final RefusedTries refusedTries;
    private final Executor workers;
    private final InstantSource clock;

    PublishGate(
            StreamKeys keys,
            RememberedKeys remembered,
            OnAir onAir,
            OffAir offAir,
            StreamRoom room,
            RefusedTries refusedTries,
            Executor workers,
            InstantSource clock) {
        this.keys = keys;
        this.remembered = remembered;
        this.onAir = onAir;
        this.offAir = offAir;
        this.room = room;
        this.refusedTries = refusedTries;
        this.workers = workers;
        this.clock = clock;
    }

    @Override
    public CompletionStage<PublishDecision> decide(PublishRequest request) {
        return CompletableFuture.supplyAsync(() -> answer(request), workers).exceptionally(failure -> {
            log.error("could not decide about a publisher", failure);
            remember(request.peer(), RefusedTry.Reason.NODE_BUSY, Sentences.NODE_BUSY);
            return new PublishDecision.Refused(Reason.NO_CAPACITY, Sentences.NODE_BUSY);
        });
    }

    private PublishDecision answer(PublishRequest request) {
        return remembered
                .find(request.key().value())
                .map(key -> takeIn(key, request))
                .orElseGet(() -> ask(request));
    }

    private PublishDecision ask(PublishRequest request) {
        return switch (keys.find(request.key().value())) {
            case KeyLookup.Valid valid -> takeIn(valid, request);
            case KeyLookup.Revoked(var _, var channel) -> {
                refusedTries.remember(channel, refused(RefusedTry.Reason.REVOKED_KEY, Sentences.REVOKED_KEY));
                yield new PublishDecision.Refused(Reason.NOT_ALLOWED, Sentences.REVOKED_KEY);
            }
            case KeyLookup.Unknown() -> {
                remember(request.peer(), RefusedTry.Reason.UNKNOWN_KEY, Sentences.UNKNOWN_KEY);
                yield new PublishDecision.Refused(Reason.UNKNOWN_KEY, Sentences.UNKNOWN_KEY);
            }
        };
    }

    private PublishDecision takeIn(KeyLookup.Valid key, PublishRequest request) {
        if (!room.isThereFor(key.channel())) {
            refusedTries.remember(key.channel(), refused(RefusedTry.Reason.NODE_FULL, Sentences.NODE_FULL));
            return new PublishDecision.Refused(Reason.NO_CAPACITY, Sentences.NODE_FULL);
        }
        var decision = onAir.takeIn(key, request);
        switch (decision) {
            case PublishDecision.Refused(var _, var sentence) ->
                refusedTries.remember(key.channel(), refused(RefusedTry.Reason.TWO_ENCODERS, sentence));
            case PublishDecision.Accepted(var listener) -> {
                // A remembered key needs no more. One that was revoked since the look-up is remembered no longer.
                if (remembered.find(request.key().value()).isEmpty()) {
                    confirm(key, request, listener);
                }
            }
        }
        return decision;
    }

    private void confirm(KeyLookup.Valid key, PublishRequest request, MediaListener listener) {
        try {
            remembered.remember(request.key().value(), key);
            keys.markUsed(Actor.SYSTEM, key.key());
            // A revocation between the look-up and now found no stream to cut.
            if (!keys.find(request.key().value()).equals(key)) {
                remembered.forget(key.key());
                offAir.cut(key.key(), key.channel());
            }
        } catch (RuntimeException failure) {
            remembered.forget(key.key());
            // The encoder hears a no, so nobody else will ever tell the stream that its publisher is gone.
            listener.onEnd(new PublicationEnd(PublicationEnd.Kind.LOST, "the key could not be confirmed"));
            throw failure;
        }
    }

    /** Turned away before we were asked: a wrong address, no key, or no answer in time. */
    @Override
    public void onRefused(PublishRequest request, PublishDecision.Refused refusal) {
        var reason =
                refusal.reason() == Reason.NO_ANSWER ? RefusedTry.Reason.NODE_BUSY : RefusedTry.Reason.WRONG_ADDRESS;
        remember(request.peer(), reason, refusal.description());
    }

    private void remember(InetSocketAddress peer, RefusedTry.Reason reason, String sentence) {
        if (!peer.isUnresolved()) {
            refusedTries.remember(peer.getAddress(), refused(reason, sentence));
        }
    }

    private RefusedTry refused(RefusedTry.Reason reason, String sentence) {
        log.info("publisher refused reason={}", reason);
        return new RefusedTry(clock.instant(), reason, sentence);
    }
}
