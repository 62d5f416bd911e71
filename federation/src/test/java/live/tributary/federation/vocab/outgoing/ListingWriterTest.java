// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import live.tributary.federation.vocab.ActorLink;
import live.tributary.federation.vocab.ActorReader;
import live.tributary.federation.vocab.Listing;
import live.tributary.federation.vocab.Listing.Policy;
import live.tributary.federation.vocab.OpenSeat;
import live.tributary.federation.vocab.Raids;

import static org.assertj.core.api.Assertions.assertThat;

final class ListingWriterTest {

    static Stream<Listing> vectors() {
        var directories = Set.of(URI.create("https://a.example/ap/actor"));
        var end = Instant.parse("2027-01-31T00:00:00Z");
        return Stream.of(
                Examples.listing(),
                new Listing(Policy.OPEN, Set.of(), List.of(), List.of("en"), List.of(), "", List.of()),
                new Listing(Policy.INVITED, directories, List.of("chess"), List.of("de"), List.of(), "Slow", List.of()),
                new Listing(
                        Policy.OPEN,
                        directories,
                        List.of("a1", "b2", "c3", "d4", "e5"),
                        List.of("en", "fr", "de"),
                        List.of("self-harm", "of-a-pack"),
                        "p".repeat(Listing.LONGEST_PROMISE),
                        List.of(new OpenSeat("mod", List.of(), List.of(), "", List.of(), "", end))),
                new Listing(Policy.NONE, Set.of(), List.of(), List.of(), List.of(), "", List.of()),
                Listing.UNSAID);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void isReadAsItIsWritten(Listing listing) {
        var team = new GroupActor(
                Examples.team().profile(), Examples.NODE.steward("7f3a"), List.of(), listing, Raids.UNSAID);
        var read = ActorReader.read(ActorWriter.write(team)).orElseThrow();
        assertThat(read.listing()).isEqualTo(listing);
        assertThat(read.link(ActorLink.EVENTS).isPresent())
                .isEqualTo(listing.policy() == Policy.OPEN || listing.policy() == Policy.INVITED);
    }
}
