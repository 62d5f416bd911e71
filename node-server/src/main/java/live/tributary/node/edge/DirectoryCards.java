// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import live.tributary.federation.vocab.ContentLabel;
import live.tributary.node.directory.ListedGroup;
import live.tributary.node.directory.LiveGroup;
import live.tributary.node.draws.Place;
import live.tributary.node.fairturn.Drawn;
import live.tributary.node.fairturn.Fixed;
import live.tributary.web.page.DirectoryCard;
import live.tributary.web.page.DirectoryPlace;
import live.tributary.web.page.DirectoryWhy;
import live.tributary.web.page.DirectoryWhy.Numbers;
import live.tributary.web.page.DirectoryWhy.Turn;
import live.tributary.web.page.ListedTeam;
import live.tributary.web.page.Still;

/** Listed teams in the words of the pages. */
final class DirectoryCards {

    /** Degrees: the colour of a team's mark goes by its name, as its own is not known here. */
    private static final int HUES = 360;

    /** To look a name up takes longer than to write the rest of a card. */
    private static final Map<String, String> LANGUAGES = Stream.of(Locale.getISOLanguages())
            .collect(Collectors.toUnmodifiableMap(tag -> tag, DirectoryCards::nameOf));

    private DirectoryCards() {}

    static ListedTeam team(ListedGroup group) {
        return new ListedTeam(
                group.name(),
                group.host(),
                group.page(),
                Math.floorMod(group.id().hashCode(), HUES));
    }

    static DirectoryPlace place(Place place) {
        var card = place.card();
        return switch (place) {
            case Place.Live(var _, var group) -> new DirectoryPlace.Live(card.position(), card(group), why(card));
            case Place.Ended(var _, var group) -> new DirectoryPlace.Ended(card.position(), card(group));
            case Place.Unnamed _ -> new DirectoryPlace.Withdrawn(card.position());
        };
    }

    static List<String> languages(List<String> tags) {
        return tags.stream().map(DirectoryCards::language).toList();
    }

    static String language(String tag) {
        var plain = LANGUAGES.get(tag);
        return plain == null ? nameOf(tag) : plain;
    }

    private static String nameOf(String tag) {
        return Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
    }

    static String note(String label) {
        return ContentLabel.of(label).map(ContentLabel::title).orElse(label);
    }

    private static DirectoryCard card(LiveGroup live) {
        return new DirectoryCard(
                team(live.group()),
                live.title(),
                live.page(),
                live.onAir(),
                live.since(),
                languages(live.languages()),
                live.tags(),
                live.labels().stream().map(DirectoryCards::note).toList(),
                new Still.None());
    }

    private static DirectoryWhy why(Drawn card) {
        return new DirectoryWhy(
                language(card.pool()),
                card.sharedTags(),
                card.tier(),
                Math.toIntExact(Math.round(100 / Fixed.toDouble(card.correction()))),
                turn(card.reasons()),
                card.reasons().contains("newcomer-cap"),
                card.reasons().contains("allowance"),
                new Numbers(
                        card.pool(),
                        card.allowance(),
                        card.correction(),
                        card.relevance(),
                        card.weight(),
                        card.lot(),
                        card.key()));
    }

    private static Turn turn(List<String> reasons) {
        if (reasons.contains("turn:behind")) {
            return Turn.BEHIND;
        }
        return reasons.contains("turn:ahead") ? Turn.AHEAD : Turn.EVEN;
    }
}
