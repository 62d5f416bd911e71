// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.api;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import live.tributary.federation.vocab.HandoffKind;
import live.tributary.node.travel.Prospect;
import live.tributary.node.travel.Step;

/**
 * {@code Travel} of the contract.
 *
 * @param state searching, found, link, go, or nowhere
 * @param place what the page names itself by; left out where it has none
 * @param next where it would go
 * @param page where it goes now, with its ticket
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TravelAnswer(
        String state,
        @Nullable String place,
        @Nullable Next next,
        @Nullable URI page) {

    /**
     * {@code TravelNext} of the contract.
     *
     * @param gid by which the page knows where it was
     * @param marked whether something is shown there that was not agreed to here
     * @param page where it is watched, without a ticket
     */
    record Next(
            String kind,
            String team,
            String host,
            String title,
            List<String> languages,
            List<String> labels,
            Instant since,
            String gid,
            boolean marked,
            URI page) {

        static Next of(Prospect target, HandoffKind kind, boolean marked) {
            return new Next(
                    kind.word(),
                    target.name(),
                    target.host(),
                    target.title(),
                    target.languages(),
                    target.labels(),
                    target.since().truncatedTo(ChronoUnit.SECONDS),
                    target.gid().toString(),
                    marked,
                    target.page());
        }
    }

    static TravelAnswer nowhere() {
        return new TravelAnswer("nowhere", null, null, null);
    }

    static TravelAnswer of(String place, Step step) {
        return switch (step) {
            case Step.Searching() -> new TravelAnswer("searching", place, null, null);
            case Step.Found(var target, var kind, var marked) ->
                new TravelAnswer("found", place, Next.of(target, kind, marked), null);
            case Step.Linked(var target, var kind) ->
                new TravelAnswer("link", place, Next.of(target, kind, true), null);
            case Step.Go(var page) -> new TravelAnswer("go", place, null, page);
            case Step.Nowhere() -> nowhere();
        };
    }
}
