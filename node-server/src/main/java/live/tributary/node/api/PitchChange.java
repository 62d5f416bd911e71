// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.api;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import live.tributary.federation.vocab.Listing;
import live.tributary.node.gate.Problem;
import live.tributary.node.listing.Consent;
import live.tributary.node.listing.Pitch;
import live.tributary.node.listing.PitchWords;

/** {@code Pitch} of the contract, as somebody sends it: what is missing is nothing. */
record PitchChange(
        @Nullable String consent,
        @Nullable String promise,
        @Nullable List<@Nullable String> tags,
        @Nullable List<@Nullable String> languages,
        @Nullable List<@Nullable String> labels) {

    /** A problem that names the first value that is not allowed. */
    Pitch parse() {
        var pitch = new Pitch(
                good(parsedConsent(), "A consent is none, invited or open."),
                good(
                        PitchWords.promise(text(promise)),
                        "A promise is one line of at most %d characters.".formatted(Listing.LONGEST_PROMISE)),
                good(
                        PitchWords.tags(texts(tags)),
                        "Tags are at most five different words of 2 to 30 letters, digits and underscores."),
                good(
                        PitchWords.languages(texts(languages)),
                        "Languages are at most three tags of BCP 47, such as pt-BR."),
                good(PitchWords.labels(texts(labels)), "Labels are those that the contract names."));
        return good(
                Optional.of(pitch).filter(said -> said.consent() == Consent.NONE || said.isEnough()),
                "A team that is to be listed names one to three languages.");
    }

    private Optional<Consent> parsedConsent() {
        return Stream.of(Consent.values())
                .filter(known -> Words.of(known).equals(text(consent)))
                .findFirst();
    }

    static List<String> texts(@Nullable List<@Nullable String> given) {
        return given == null ? List.of() : given.stream().map(PitchChange::text).toList();
    }

    static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    static <T> T good(Optional<T> value, String sentence) {
        return value.orElseThrow(() -> Problem.of(Problem.Kind.INVALID).saying(sentence));
    }
}
