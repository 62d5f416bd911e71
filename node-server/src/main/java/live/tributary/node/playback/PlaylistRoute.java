// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import java.time.Duration;
import java.util.Optional;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.util.AsciiString;

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

    private static final AsciiString TYPE = AsciiString.cached("application/vnd.apple.mpegurl");

    private final WaitingRooms rooms;
    private final Duration startPatience;
    private final AsciiString cachingOfNow;

    PlaylistRoute(WaitingRooms rooms, PlaybackProperties properties) {
        this.rooms = rooms;
        this.startPatience = properties.startPatience();
        this.cachingOfNow = AsciiString.cached(properties.behindCdn() ? "public, max-age=1" : "no-cache");
    }

    void master(Exchange exchange, LiveWindow window, MasterName name) {
        whenStarted(exchange, window, () -> text(exchange, cachingOfNow, encoding -> window.master(name, encoding)));
    }

    void playlist(Exchange exchange, LiveWindow window, PlaylistName name, Directives directives) {
        whenStarted(
                exchange,
                window,
                () -> directives
                        .reloadPoint()
                        .ifPresentOrElse(
                                point -> reload(exchange, window, name, directives.form(), point),
                                () -> awakened(exchange, window, name, directives.form())));
    }

    /** A smaller picture that nobody watches has nothing to show: who asks for it first waits for its encoder. */
    private void awakened(Exchange exchange, LiveWindow window, PlaylistName name, PlaylistForm form) {
        window.awakening(name)
                .ifPresentOrElse(
                        point -> rooms.room(window)
                                .hold(
                                        exchange.channel(),
                                        w -> w.answers(name, point),
                                        HeldTime.of(window),
                                        _ -> current(exchange, window, name, form)),
                        () -> current(exchange, window, name, form));
    }

    private void reload(Exchange exchange, LiveWindow window, PlaylistName name, PlaylistForm form, ReloadPoint point) {
        switch (window.reload(name, point)) {
            case PRESENT -> named(exchange, window, name, form);
            case TOO_FAR -> exchange.refuse(Refusal.CONTRADICTORY);
            case AWAITED ->
                rooms.room(window)
                        .hold(
                                exchange.channel(),
                                w -> w.answers(name, point),
                                HeldTime.of(window),
                                outcome -> held(outcome, exchange, window, name, form));
        }
    }

    private void held(
            Waiter.Outcome outcome, Exchange exchange, LiveWindow window, PlaylistName name, PlaylistForm form) {
        switch (outcome) {
            case READY -> named(exchange, window, name, form);
            case EXPIRED -> exchange.refuse(Refusal.NOT_YET);
            case CROWDED -> current(exchange, window, name, form);
        }
    }

    /** A broadcast that is starting has no playlist yet, but will have one in a few seconds. */
    private void whenStarted(Exchange exchange, LiveWindow window, Runnable answer) {
        if (window.state() != WindowState.STARTING) {
            answer.run();
            return;
        }
        rooms.room(window).hold(exchange.channel(), w -> w.state() != WindowState.STARTING, startPatience, outcome -> {
            switch (outcome) {
                case READY -> answer.run();
                case EXPIRED, CROWDED -> exchange.refuse(Refusal.NOT_YET);
            }
        });
    }

    /** The address names the state that it holds, so caches may keep it as long as a player may ask for it. */
    private void named(Exchange exchange, LiveWindow window, PlaylistName name, PlaylistForm form) {
        var seconds = window.targets()
                .map(WindowTargets::targetDuration)
                .orElse(Duration.ZERO)
                .multipliedBy(6)
                .toSeconds();
        text(exchange, "public, max-age=" + seconds, encoding -> window.playlist(name, form, encoding));
    }

    private void current(Exchange exchange, LiveWindow window, PlaylistName name, PlaylistForm form) {
        text(exchange, cachingOfNow, encoding -> window.playlist(name, form, encoding));
    }

    private interface Text {
        Optional<ByteBuf> in(Encoding encoding);
    }

    private static void text(Exchange exchange, CharSequence caching, Text text) {
        var encoding = exchange.acceptedEncoding();
        text.in(encoding)
                .ifPresentOrElse(
                        bytes -> send(exchange, caching, encoding, bytes), () -> exchange.refuse(Refusal.NOT_FOUND));
    }

    private static void send(Exchange exchange, CharSequence caching, Encoding encoding, ByteBuf bytes) {
        var headers = exchange.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, TYPE)
                .set(HttpHeaderNames.CACHE_CONTROL, caching)
                .set(HttpHeaderNames.VARY, HttpHeaderNames.ACCEPT_ENCODING);
        if (encoding == Encoding.GZIP) {
            headers.set(HttpHeaderNames.CONTENT_ENCODING, HttpHeaderValues.GZIP);
        }
        exchange.send(headers, bytes);
    }
}
