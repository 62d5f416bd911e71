// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import java.time.Duration;
import java.util.Optional;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import reactor.core.publisher.Mono;

import live.tributary.transcoder.hls.Encoding;
import live.tributary.transcoder.hls.LiveWindow;
import live.tributary.transcoder.hls.MediaName.MasterName;
import live.tributary.transcoder.hls.MediaName.PlaylistName;
import live.tributary.transcoder.hls.PlaylistForm;
import live.tributary.transcoder.hls.ReloadPoint;
import live.tributary.transcoder.hls.WindowState;
import live.tributary.transcoder.hls.WindowTargets;

/** Answers playlist requests, at once or when what they wait for exists (RFC 8216bis, 6.2.5). On the event loop. */
final class PlaylistRoute {

    private static final String TYPE = "application/vnd.apple.mpegurl";

    private final WaitingRooms rooms;
    private final Duration startPatience;
    private final String cachingOfNow;

    PlaylistRoute(WaitingRooms rooms, PlaybackProperties properties) {
        this.rooms = rooms;
        this.startPatience = properties.startPatience();
        this.cachingOfNow = properties.behindCdn() ? "public, max-age=1" : "no-cache";
    }

    Mono<Void> master(Exchange exchange, LiveWindow window, MasterName name) {
        return whenStarted(
                exchange, window, () -> text(exchange, cachingOfNow, encoding -> window.master(name, encoding)));
    }

    Mono<Void> playlist(Exchange exchange, LiveWindow window, PlaylistName name, Directives directives) {
        return whenStarted(
                exchange,
                window,
                () -> directives
                        .reloadPoint()
                        .map(point -> reload(exchange, window, name, directives.form(), point))
                        .orElseGet(() -> awakened(exchange, window, name, directives.form())));
    }

    /** A smaller picture that nobody watches has nothing to show: who asks for it first waits for its encoder. */
    private Mono<Void> awakened(Exchange exchange, LiveWindow window, PlaylistName name, PlaylistForm form) {
        return window.awakening(name)
                .map(point -> rooms.room(window)
                        .hold(exchange.channel(), w -> w.answers(name, point), HeldTime.of(window))
                        .flatMap(_ -> current(exchange, window, name, form)))
                .orElseGet(() -> current(exchange, window, name, form));
    }

    private Mono<Void> reload(
            Exchange exchange, LiveWindow window, PlaylistName name, PlaylistForm form, ReloadPoint point) {
        return switch (window.reload(name, point)) {
            case PRESENT -> named(exchange, window, name, form);
            case TOO_FAR -> exchange.refuse(Refusal.CONTRADICTORY);
            case AWAITED ->
                rooms.room(window)
                        .hold(exchange.channel(), w -> w.answers(name, point), HeldTime.of(window))
                        .flatMap(outcome -> switch (outcome) {
                            case READY -> named(exchange, window, name, form);
                            case EXPIRED -> exchange.refuse(Refusal.NOT_YET);
                            case CROWDED -> current(exchange, window, name, form);
                        });
        };
    }

    private interface Answer {
        Mono<Void> get();
    }

    /** A broadcast that is starting has no playlist yet, but will have one in a few seconds. */
    private Mono<Void> whenStarted(Exchange exchange, LiveWindow window, Answer answer) {
        if (window.state() != WindowState.STARTING) {
            return answer.get();
        }
        return rooms.room(window)
                .hold(exchange.channel(), w -> w.state() != WindowState.STARTING, startPatience)
                .flatMap(outcome -> switch (outcome) {
                    case READY -> answer.get();
                    case EXPIRED, CROWDED -> exchange.refuse(Refusal.NOT_YET);
                });
    }

    /** The address names the state that it holds, so caches may keep it as long as a player may ask for it. */
    private Mono<Void> named(Exchange exchange, LiveWindow window, PlaylistName name, PlaylistForm form) {
        var seconds = window.targets()
                .map(WindowTargets::targetDuration)
                .orElse(Duration.ZERO)
                .multipliedBy(6)
                .toSeconds();
        return text(exchange, "public, max-age=" + seconds, encoding -> window.playlist(name, form, encoding));
    }

    private Mono<Void> current(Exchange exchange, LiveWindow window, PlaylistName name, PlaylistForm form) {
        return text(exchange, cachingOfNow, encoding -> window.playlist(name, form, encoding));
    }

    private interface Text {
        Optional<ByteBuf> in(Encoding encoding);
    }

    private static Mono<Void> text(Exchange exchange, String caching, Text text) {
        var encoding = exchange.acceptedEncoding();
        return text.in(encoding)
                .map(bytes -> {
                    exchange.header(HttpHeaderNames.CONTENT_TYPE, TYPE)
                            .header(HttpHeaderNames.CACHE_CONTROL, caching)
                            .header(HttpHeaderNames.VARY, HttpHeaderNames.ACCEPT_ENCODING);
                    if (encoding == Encoding.GZIP) {
                        exchange.header(HttpHeaderNames.CONTENT_ENCODING, HttpHeaderValues.GZIP);
                    }
                    return exchange.send(bytes);
                })
                .orElseGet(() -> exchange.refuse(Refusal.NOT_FOUND));
    }
}
