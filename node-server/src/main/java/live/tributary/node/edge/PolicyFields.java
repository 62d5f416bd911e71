// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import live.tributary.federation.vocab.Raids;
import live.tributary.node.travel.Policy;
import live.tributary.node.travel.WhenEnding;
import live.tributary.web.page.DownstreamPage;
import live.tributary.web.page.DownstreamPage.Carry;
import live.tributary.web.page.DownstreamPage.Welcome;
import live.tributary.web.page.FieldError;
import live.tributary.web.page.FormErrors;

/** What a team decides about hand-offs, as a form. */
sealed interface PolicyFields {

    record Good(Policy policy) implements PolicyFields {}

    record Bad(DownstreamPage.Policy typed, FormErrors errors) implements PolicyFields {}

    /**
     * What was typed.
     *
     * @param find who is meant by the name of a team; asks elsewhere
     */
    static PolicyFields read(Form form, Function<String, Optional<URI>> find) {
        var typed = new DownstreamPage.Policy(
                chosen(Welcome.values(), Welcome::value, form.text("welcome"), Welcome.NOBODY),
                form.ticked("any-host"),
                form.text("guests").strip(),
                chosen(Carry.values(), Carry::value, form.text("carry"), Carry.NOBODY),
                form.text("chosen").strip(),
                form.ticked("boost"));
        var errors = new HashMap<String, FieldError>();
        int guests = guests(typed.maxGuests());
        if (guests < 0) {
            errors.put("guests", FieldError.GUESTS_INVALID);
        }
        var team = typed.carry() == Carry.CHOSEN ? find.apply(typed.chosen()) : Optional.<URI>empty();
        if (typed.carry() == Carry.CHOSEN && team.isEmpty()) {
            errors.put("chosen", FieldError.TARGET_NOBODY);
        }
        return errors.isEmpty()
                ? new Good(new Policy(
                        raids(typed.welcome()),
                        typed.anyHost(),
                        guests,
                        false,
                        when(typed.carry(), team),
                        typed.boost()))
                : new Bad(typed, new FormErrors(Map.copyOf(errors)));
    }

    private static WhenEnding when(Carry carry, Optional<URI> team) {
        return switch (carry) {
            case NOBODY -> new WhenEnding.Nobody();
            case DRAWN -> new WhenEnding.Drawn();
            case CHOSEN -> new WhenEnding.Chosen(team.orElseThrow());
        };
    }

    static DownstreamPage.Policy shown(Policy policy) {
        return new DownstreamPage.Policy(
                welcome(policy.raids()),
                policy.anyHost(),
                policy.maxGuests() == 0 ? "" : Integer.toString(policy.maxGuests()),
                switch (policy.whenEnding()) {
                    case WhenEnding.Nobody() -> Carry.NOBODY;
                    case WhenEnding.Drawn() -> Carry.DRAWN;
                    case WhenEnding.Chosen _ -> Carry.CHOSEN;
                },
                policy.whenEnding() instanceof WhenEnding.Chosen(var team) ? team.toString() : "",
                policy.boost());
    }

    /** Below zero for what is no number; 0 where nothing was typed. */
    private static int guests(String typed) {
        if (typed.isEmpty()) {
            return 0;
        }
        return typed.matches("[1-9][0-9]{0,5}") && Integer.parseInt(typed) <= Policy.MOST_GUESTS
                ? Integer.parseInt(typed)
                : -1;
    }

    private static Raids raids(Welcome welcome) {
        return switch (welcome) {
            case NOBODY -> Raids.NOBODY;
            case RING -> Raids.RING;
            case FOLLOWING -> Raids.FOLLOWING;
            case EVERYONE -> Raids.EVERYONE;
        };
    }

    private static Welcome welcome(Raids raids) {
        return switch (raids) {
            case NOBODY, UNSAID -> Welcome.NOBODY;
            case RING -> Welcome.RING;
            case FOLLOWING -> Welcome.FOLLOWING;
            case EVERYONE -> Welcome.EVERYONE;
        };
    }

    private static <T> T chosen(T[] all, Function<T, String> name, String value, T otherwise) {
        return Stream.of(all)
                .filter(one -> name.apply(one).equals(value))
                .findFirst()
                .orElse(otherwise);
    }
}
