// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import live.tributary.federation.vocab.ActorLink;
import live.tributary.federation.vocab.ActorReader;
import live.tributary.federation.vocab.Listing;
import live.tributary.federation.vocab.Raids;

import static org.assertj.core.api.Assertions.assertThat;

final class ActorWriterTest {

    @Test
    void namesTheStewardFirstAndNobodyTwice() {
        var profile = Examples.team().profile();
        var steward = Examples.NODE.steward("7f3a");
        var team = ActorWriter.write(
                new GroupActor(profile, steward, List.of(steward, Examples.ANA), Listing.UNSAID, Raids.UNSAID));
        assertThat(team.path("attributedTo").valueStream())
                .map(owner -> owner.path("id").stringValue())
                .containsExactly(steward.toString(), Examples.ANA.toString());
    }

    @Test
    void tellsADirectoryFromOtherNodes() {
        var directory =
                ActorReader.read(ActorWriter.write(Examples.directory())).orElseThrow();
        assertThat(directory.link(ActorLink.RANKING_POLICY)).hasValue(Examples.at("/directory/how"));
        assertThat(ActorReader.read(ActorWriter.write(Examples.node()))
                        .orElseThrow()
                        .link(ActorLink.RANKING_POLICY))
                .isEmpty();
    }

    @Test
    void saysNothingOfATeamThatIsNotToBeListed() {
        assertThat(ActorWriter.write(Examples.privateTeam()).path("listing").stringValue())
                .isEqualTo("none");
        assertThat(ActorWriter.write(Examples.privateTeam()).propertyNames())
                .doesNotContain("listedAt", "tag", "languages", "labels", "promise", "seats", "events", "vouches");
    }

    @Test
    void escapesAddressesInHtml() {
        var profile = Examples.ana().profile();
        var link = new ProfileLink(ProfileLink.Kind.PAGE, "Shop", URI.create("https://shop.example/?a=1&b=2"));
        var ana = ActorWriter.write(new PersonActor(new ActorProfile(
                profile.id(),
                profile.sharedInbox(),
                profile.handle(),
                profile.name(),
                profile.summaryHtml(),
                profile.page(),
                profile.created(),
                profile.openness(),
                List.of(),
                List.of(link),
                Residence.ONLY_HERE,
                profile.keys())));
        assertThat(ana.path("attachment").path(0).path("value").stringValue())
                .isEqualTo("<a href=\"https://shop.example/?a=1&amp;b=2\" rel=\"me\">shop.example/?a=1&amp;b=2</a>");
        assertThat(ana.propertyNames()).doesNotContain("icon", "support", "alsoKnownAs", "movedTo");
    }

    @Test
    void hidesAStewardFromListsAndSearches() {
        var steward = ActorWriter.write(Examples.steward());
        assertThat(steward.path("discoverable").booleanValue()).isFalse();
        assertThat(steward.path("indexable").booleanValue()).isFalse();
    }

    @Test
    void saysWhereItLivesAndLived() {
        assertThat(ActorWriter.write(Examples.ana()).path("alsoKnownAs").path(0).stringValue())
                .isEqualTo("https://old.example/users/ana");
        assertThat(ActorWriter.write(Examples.gone()).path("movedTo").stringValue())
                .isEqualTo(Examples.STRANGER.toString());
    }

    @Test
    void namesTheKeyInUseBeforeThoseOfOlderProofs() {
        assertThat(ActorWriter.write(Examples.gone()).path("assertionMethod").findValuesAsString("id"))
                .containsExactly(Examples.ANA + "#ed25519-key-2", Examples.ANA + "#ed25519-key");
    }

    @Test
    void saysWhetherFollowersWait() {
        assertThat(ActorWriter.write(Examples.team())
                        .path("manuallyApprovesFollowers")
                        .booleanValue())
                .isFalse();
        var profile = Examples.ana().profile();
        var careful = new ActorProfile(
                profile.id(),
                profile.sharedInbox(),
                profile.handle(),
                profile.name(),
                profile.summaryHtml(),
                profile.page(),
                profile.created(),
                new Openness(true, true, true),
                profile.pictures(),
                profile.links(),
                profile.residence(),
                profile.keys());
        assertThat(ActorWriter.write(new PersonActor(careful))
                        .path("manuallyApprovesFollowers")
                        .booleanValue())
                .isTrue();
    }

    @Test
    void saysWhichSignaturesTheSoftwareReads() {
        assertThat(capability(ActorWriter.write(Examples.node()).path("implements")))
                .isEqualTo("https://datatracker.ietf.org/doc/html/rfc9421");
        assertThat(capability(
                        ActorWriter.write(Examples.team()).path("generator").path("implements")))
                .isEqualTo("https://datatracker.ietf.org/doc/html/rfc9421");
    }

    private static String capability(JsonNode capabilities) {
        return capabilities.path(0).path("href").stringValue();
    }
}
