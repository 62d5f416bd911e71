// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.api;

import java.util.HexFormat;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import live.tributary.node.gate.Problem;
import live.tributary.node.gate.Visitor;
import live.tributary.node.kernel.AddressPrefix;
import live.tributary.node.kernel.ChannelId;
import live.tributary.node.travel.Handoffs;

/**
 * By which a viewer's page is carried on: it joins a raft, looks where that goes, and goes. It has a place, and no name; nobody
 * is asked who looks at it.
 */
@RestController
final class TravelController {

    private static final int RANDOM_DIGITS = 16;

    private final Handoffs handoffs;

    TravelController(Handoffs handoffs) {
        this.handoffs = handoffs;
    }

    /** {@code TravelStep} of the contract. */
    record TravelStep(
            @Nullable String step,
            @Nullable String place,
            @Nullable String random,
            @Nullable Boolean together) {}

    @PostMapping("/api/v1/channels/{channel}/travel")
    TravelAnswer travel(@PathVariable String channel, @RequestBody TravelStep wish, Visitor visitor) {
        var id = ChannelId.parse(channel).orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND));
        var place = wish.place() == null ? "" : wish.place();
        return switch (String.valueOf(wish.step())) {
            case "join" -> join(id, wish, visitor);
            case "look" -> TravelAnswer.of(place, handoffs.look(id, place));
            case "elsewhere" -> TravelAnswer.of(place, handoffs.elsewhere(visitor.actor(), id, place));
            case "go" -> TravelAnswer.of(place, handoffs.go(visitor.actor(), id, place));
            case "stay" -> {
                handoffs.stay(id, place);
                yield TravelAnswer.nowhere();
            }
            default -> throw Problem.of(Problem.Kind.INVALID).because("no such step");
        };
    }

    private TravelAnswer join(ChannelId channel, TravelStep wish, Visitor visitor) {
        long random = random(String.valueOf(wish.random()))
                .orElseThrow(() -> Problem.of(Problem.Kind.INVALID).because("no random number"));
        var network = AddressPrefix.ofHousehold(visitor.transport().client()).text();
        return handoffs.join(channel, random, Boolean.TRUE.equals(wish.together()), network)
                .map(place -> TravelAnswer.of(place, handoffs.look(channel, place)))
                .orElseGet(TravelAnswer::nowhere);
    }

    private static Optional<Long> random(String digits) {
        return digits.length() == RANDOM_DIGITS && digits.chars().allMatch(HexFormat::isHexDigit)
                ? Optional.of(HexFormat.fromHexDigitsToLong(digits))
                : Optional.empty();
    }
}
