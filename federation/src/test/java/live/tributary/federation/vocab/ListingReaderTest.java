// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

final class ListingReaderTest {

    private static final URI DIRECTORY = URI.create("https://directory.example/ap/actor");

    /** One member, and how often of many it counts. */
    static Stream<Arguments> limits() {
        return Stream.of(
                arguments("languages", "'%s'", Listing.MOST_LANGUAGES),
                arguments("labels", "'label-%d'", Listing.MOST_LABELS),
                arguments("tag", "{'type': 'Hashtag', 'name': '#tag%d'}", Listing.MOST_TAGS),
                arguments("listedAt", "'https://directory.example/%d'", Listing.MOST_DIRECTORIES),
                arguments("seats", "{'role': 'r%d', 'expires': '2027-01-01T00:00:00Z'}", Listing.MOST_SEATS));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void readsOnlyTheFirstOfTooMany(String term, String form, int most) {
        var languages = List.of("en", "fr", "de", "es", "it");
        var many = IntStream.rangeClosed(1, most + 1)
                .mapToObj(
                        number -> form.contains("%s") ? form.formatted(languages.get(number)) : form.formatted(number))
                .toList();
        var listing = read("'%s': %s".formatted(term, many));
        var counts = List.of(
                listing.languages().size(),
                listing.labels().size(),
                listing.tags().size(),
                listing.listedAt().size(),
                listing.seats().size());
        assertThat(counts).containsOnlyOnce(most);
        assertThat(counts).filteredOn(count -> count > 0).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "#Pottery, pottery",
        "ﬁsh, fish",
        "ÅNGSTRÖM, ångström",
        "ab, ab",
        "rhythm_games, rhythm_games",
        "a, ''",
        "2026, ''",
        "two words, ''",
        "no-dash, ''",
        "abcdefghijklmnopqrstuvwxyzabcde, ''",
        "ﷺﷺ, ''",
    })
    void spellsTagsInOneWay(String said, String read) {
        var tags =
                read("'tag': {'type': 'Hashtag', 'name': '%s'}".formatted(said)).tags();
        assertThat(tags).isEqualTo(read.isEmpty() ? List.of() : List.of(read));
    }

    @Test
    void countsNothingTwiceAndTakesOneValueForAList() {
        var listing = read("""
                'tag': [{'type': 'Hashtag', 'name': '#Chess'}, {'type': 'Hashtag', 'name': 'chess'}, {'type': 'Mention'}],
                'languages': 'pt-br', 'labels': 'flashing', 'listedAt': 'https://directory.example/ap/actor'""");
        assertThat(listing.tags()).containsExactly("chess");
        assertThat(listing.languages()).containsExactly("pt-BR");
        assertThat(listing.labels()).containsExactly("flashing");
        assertThat(listing.listedAt()).containsExactly(DIRECTORY);
    }

    @Test
    void leavesOutWhatIsNoLanguageAndNoLabel() {
        var listing =
                read("'languages': ['zz-', 'und', 'x-none', 7, '%s', 'en'], 'labels': ['Big', '', '-', 'self-harm']"
                        .formatted("a".repeat(40)));
        assertThat(listing.languages()).containsExactly("en");
        assertThat(listing.labels()).containsExactly("self-harm");
    }

    @Test
    void cutsAPromiseBetweenCharactersAndHidesNothingInIt() {
        var listing = read("'promise': 'a\\u202Eb\\n%s'".formatted("\uD83E\uDD89".repeat(200)));
        assertThat(listing.promise()).isEqualTo("ab" + "\uD83E\uDD89".repeat(Listing.LONGEST_PROMISE - 2));
    }

    @Test
    void readsASeatOnlyWithARoleAndAnEnd() {
        var listing = read("""
                'seats': ['junk', {'role': 'mod'}, {'role': '', 'expires': '2027-01-01T00:00:00Z'},
                          {'role': 'mod', 'expires': 'soon'},
                          {'role': '%s', 'topics': '#Chess', 'languages': ['en', 'nonsense-'], 'hours': 'late',
                           'packs': ['https://packs.example/1', ''], 'note': '%s', 'expires': '2027-01-01T01:00:00+01:00'}]""".formatted("r".repeat(100), "n".repeat(400)));
        var seat = listing.seats().getFirst();
        assertThat(listing.seats()).hasSize(1);
        assertThat(seat.role()).hasSize(OpenSeat.LONGEST_ROLE);
        assertThat(seat.note()).hasSize(OpenSeat.LONGEST_NOTE);
        assertThat(seat.topics()).containsExactly("chess");
        assertThat(seat.languages()).containsExactly("en");
        assertThat(seat.packs()).containsExactly("https://packs.example/1");
        assertThat(seat.expires()).isEqualTo("2027-01-01T00:00:00Z");
    }

    @Test
    void readsOurTermsByTheirWholeNameToo() {
        var ns = ActivityStreams.TRIBUTARY;
        var listing = read(("'%slisting': 'open', '%slanguages': ['en'], "
                        + "'%sseats': [{'%srole': 'mod', '%sexpires': {'@value': '2027-01-01T00:00:00Z'}}]")
                .formatted(ns, ns, ns, ns, ns));
        assertThat(listing.policy()).isEqualTo(Listing.Policy.OPEN);
        assertThat(listing.languages()).containsExactly("en");
        assertThat(listing.seats()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "open, true, true",
        "open, false, false",
        "none, true, false",
        "'', true, false",
        "invited, true, true",
        "invited, false, false",
    })
    void admitsOnlyWhoeverTheTeamConsentsTo(String policy, boolean discoverable, boolean admitted) {
        var actor = group("'listedAt': ['%s'], 'discoverable': %s%s"
                .formatted(DIRECTORY, discoverable, policy.isEmpty() ? "" : ", 'listing': '%s'".formatted(policy)));
        assertThat(actor.admits(DIRECTORY)).isEqualTo(admitted);
    }

    @Test
    void admitsNobodyElseWhereTheTeamChose() {
        var actor = group("'listing': 'invited', 'discoverable': true, 'listedAt': ['%s']".formatted(DIRECTORY));
        assertThat(actor.admits(URI.create("https://other.example/ap/actor"))).isFalse();
    }

    private static Listing read(String members) {
        return group(members).listing();
    }

    private static RemoteActor group(String members) {
        return ActorReader.read(Documents.of("""
                {'id': 'https://node.example/g', 'type': 'Group', 'inbox': 'https://node.example/i', %s}""".formatted(members))).orElseThrow();
    }
}
