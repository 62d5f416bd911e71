// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import live.tributary.federation.vocab.RingLanes;
import live.tributary.federation.vocab.RingStop;
import live.tributary.node.rings.RingStretch.OnAir;
import live.tributary.node.rings.RingStretch.Stop;

/** Rings of teams that are told by letters. */
final class Stretches {

    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private Stretches() {}

    static URI actor(String name) {
        return URI.create("https://%s.example/ap/g/1".formatted(name));
    }

    static RingMember member(String name) {
        var actor = actor(name);
        return new RingMember(
                new RingStop.Team(actor),
                name,
                actor.resolve("/@" + name),
                URI.create(actor + "/inbox"),
                List.of("en"),
                true,
                Set.of());
    }

    static Ring ring(List<String> names) {
        var host = URI.create("https://host.example/ap/r/1");
        return new Ring(
                host,
                new Slug("clay"),
                true,
                URI.create(host + "/inbox"),
                "The Clay Ring",
                "",
                host.resolve("/ring/clay"),
                List.of(),
                RingLanes.USUAL,
                Set.of(),
                NOON,
                NOON,
                names.stream().map(Stretches::member).toList());
    }

    /** Those whose letter is great are live. */
    static RingStretch stretch(String letters) {
        var stops = letters.chars()
                .mapToObj(letter -> stop(Character.toString(letter)))
                .toList();
        return new RingStretch(ring(List.of()), stops);
    }

    private static Stop stop(String letter) {
        var member = member(letter.toLowerCase(Locale.ROOT));
        boolean live = Character.isUpperCase(letter.charAt(0));
        return new Stop(
                member, live ? new OnAir.Live("On air", member.page().resolve("/live"), NOON, true) : new OnAir.Off());
    }
}
