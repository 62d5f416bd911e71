// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.notices;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import live.tributary.federation.http.Budget;
import live.tributary.federation.http.Origins;
import live.tributary.federation.vocab.Event;
import live.tributary.federation.vocab.RemoteCollection;
import live.tributary.node.directory.Sources;
import live.tributary.node.inbox.Originals.Original;
import live.tributary.node.inbox.StrangersText;
import live.tributary.node.notices.StartStore.Due;
import live.tributary.node.notices.StartStore.Start;

/** Reads which dates a team announces, at its own server. Asks there; blocks. */
final class DatesLook {

    /** Dates of one team. */
    static final int MOST = 20;

    /** What is further away is read later. */
    static final Duration FURTHEST = Duration.ofDays(60);

    /** Items of a collection that are looked through for those. */
    static final int MOST_READ = 200;

    static final int LONGEST_TITLE = 140;
    private static final int LONGEST_ADDRESS = 2000;

    private final Sources sources;

    DatesLook(Sources sources) {
        this.sources = sources;
    }

    /** The earliest that are to come; empty where its server does not say, just now. */
    Optional<List<Start>> look(Due due, Instant now) {
        var budget = Budget.ofOneActivity();
        return switch (sources.at(due.events(), budget)) {
            case Original.There(var document) ->
                RemoteCollection.read(document)
                        .map(collection -> starts(page(collection, due, budget), due.team(), now));
            case Original.Gone(), Original.Unfit _ -> Optional.of(List.of());
            case Original.Missing(), Original.NotNow _ -> Optional.empty();
        };
    }

    /** What lies in it, else its first page. */
    private RemoteCollection page(RemoteCollection collection, Due due, Budget budget) {
        return collection
                .embeddedPage()
                .orElseGet(() -> collection
                        .firstPage()
                        .filter(first -> Origins.same(first, due.team()))
                        .flatMap(first -> sources.at(first, budget) instanceof Original.There(var document)
                                ? RemoteCollection.read(document)
                                : Optional.empty())
                        .orElse(collection));
    }

    static List<Start> starts(RemoteCollection collection, URI team, Instant now) {
        return collection.events(MOST_READ).stream()
                .filter(event -> isTheirs(event, team))
                .flatMap(event -> start(event, now).stream())
                .sorted(Comparator.comparing(Start::at).thenComparing(Start::event))
                .limit(MOST)
                .toList();
    }

    /** Nobody announces for others. */
    private static boolean isTheirs(Event event, URI team) {
        var facts = event.facts();
        return Origins.same(facts.id(), team)
                && facts.id().toString().length() <= LONGEST_ADDRESS
                && (facts.attributedTo().isEmpty() || facts.attributedTo().contains(team));
    }

    private static Optional<Start> start(Event event, Instant now) {
        return event.start()
                .filter(at -> at.isAfter(now) && at.isBefore(now.plus(FURTHEST)))
                .map(at -> new Start(
                        event.facts().id(), at, StrangersText.line(event.facts().name(), LONGEST_TITLE)));
    }
}
