// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import live.tributary.web.gallery.Frames;
import live.tributary.web.gallery.Gallery;

import static org.assertj.core.api.Assertions.assertThat;

/** What pages show of other servers, and to whom. */
class OtherServersTest {

    private static final Pages PAGES = Pages.load();
    private static final String ALTERNATE = "link[rel=alternate][type=application/activity+json]";

    private static Document page(String name) {
        return Jsoup.parse(PAGES.render(Gallery.page(Frames.plain(), name)));
    }

    @Test
    void aTeamShowsWhereItIsFollowed() {
        var page = page("team-live");
        assertThat(page.select(ALTERNATE).attr("href")).isEqualTo("https://kilnkettle.example/ap/g/7f3a9c1e");
        assertThat(page.select("#team-address").val()).isEqualTo("@kiln@kilnkettle.example");
        assertThat(page.select("a[href=/@kiln/follow]").text()).isEqualTo("Follow from your server");
    }

    @Test
    void aBroadcastNamesItsDocumentAndWhomToCredit() {
        var page = page("viewer-live");
        assertThat(page.select(ALTERNATE).attr("href")).startsWith("https://kilnkettle.example/ap/v/");
        assertThat(page.select("meta[name=fediverse:creator]").attr("content")).isEqualTo("@ines@kilnkettle.example");
        assertThat(page.select("#share-address").val()).isEqualTo("@kiln@kilnkettle.example");
        assertThat(page.select("a[href=/@kiln/follow]")).hasSize(1);
        assertThat(page.select(".replies")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"team-off", "viewer-ended", "members-alone"})
    void aNodeThatSpeaksWithNobodyShowsNothingOfIt(String name) {
        var page = page(name);
        assertThat(page.select(ALTERNATE + ", meta[name=fediverse:creator], tb-copy.fedi-address, #share-address"))
                .isEmpty();
        assertThat(page.select("a[href$=/follow], a[href^=/studio/fediverse], a[href^=/studio/servers]"))
                .isEmpty();
    }

    @Test
    void repliesKeepTheirWordsAndSayWhereTheyComeFrom() {
        var replies = page("viewer-replies").select(".replies > li");
        assertThat(replies.select("form[action$=/block] [name=team]").eachAttr("value"))
                .containsOnly("kiln")
                .hasSize(2);
        assertThat(replies).hasSize(2);
        assertThat(replies.select(".words em").text()).isEqualTo("How");
        assertThat(replies.select(".tag").eachText()).containsOnly("From another server");
        assertThat(replies.get(0).select(".remote a").text()).isEqualTo("@ana@pond.example");
        assertThat(replies.get(0).select(".remote a").attr("href")).isEqualTo("https://pond.example/@ana");
        assertThat(replies.select("form[action=/studio/fediverse/replies/hide]"))
                .hasSize(2);
    }

    @Test
    void onlyTheFollowFormMayLeadElsewhere() {
        assertThat(Gallery.pages(Frames.plain()).entrySet())
                .allSatisfy(entry -> assertThat(PAGES.contentPolicy(entry.getValue()))
                        .contains(
                                entry.getValue() instanceof FollowPage
                                        ? "form-action 'self' https:;"
                                        : "form-action 'self';"));
        assertThat(PAGES.contentPolicy(Gallery.page(Frames.plain(), "follow")))
                .contains("require-trusted-types-for 'script'");
    }

    @Test
    void whoIsLiveElsewhereIsWatchedThere() {
        var cards = page("home-elsewhere").select("section:has(#elsewhere) .live-card");
        assertThat(cards.eachAttr("href"))
                .containsExactly(
                        "https://pond.example/w/9c9de5e8",
                        "https://stoneware-and-slow-kilns.community.example/w/9c9de5e8");
        assertThat(cards.get(0).select("h3").text()).isEqualTo("Slip casting <b>for</b> the impatient");
        assertThat(cards.get(0).select("p").text()).isEqualTo("Ana Lindqvist on pond.example");
        assertThat(cards.get(1).select("h3").text()).startsWith("The Society of Friends");
        assertThat(cards.get(1).select("p").text()).endsWith("No news for some minutes.");
        assertThat(cards.select("img, iframe, video")).isEmpty();
        assertThat(page("home").select("#elsewhere")).isEmpty();
        assertThat(page("team-live").select("#elsewhere")).hasSize(1);
        assertThat(page("team-off").select("#elsewhere")).isEmpty();
    }

    @Test
    void whatIsOnItsWayIsNeitherWellNorWrong() {
        for (var name : List.of("moderation", "servers")) {
            assertThat(page(name)
                            .select(".told .tag:not(:has(svg)):not(.ok, .warn)")
                            .eachText())
                    .as(name)
                    .containsOnly("On its way");
            assertThat(page(name).select(".told .tag.warn:has(svg)")).as(name).isNotEmpty();
        }
        assertThat(page("moderation").select("section:has(#sent) th.start").eachText())
                .contains("State");
    }

    @Test
    void whomATeamFollowsIsEndedByWhoMayAndWithItsState() {
        var page = page("following");
        assertThat(page.select("tbody .tag").eachText())
                .containsExactly("Asked", "No answer", "Followed", "Not reachable", "Refused", "Gone");
        assertThat(page.select("tbody form [name=for]").eachAttr("value")).containsExactly("team", "team");
        assertThat(page.select("[name=for][type=radio]").eachAttr("value")).containsExactly("team", "member", "node");
        assertThat(page.select("[name=for][checked]").val()).isEqualTo("team");
        assertThat(page("following-nobody").select("[name=for]").eachAttr("type"))
                .containsExactly("hidden");
        assertThat(page("following-nobody").select("#f-address-error").text()).startsWith("Nobody who can be followed");
        assertThat(page("fediverse").select("nav.tabs a").eachText())
                .containsExactly("Followers", "Following", "Moderation");
    }

    @Test
    void whoCannotFollowByButtonFindsTheAddressToCopy() {
        var page = page("follow-wrong");
        assertThat(page.select("#f-account-error").text()).startsWith("There is no server of this name.");
        assertThat(page.select("#f-account").val()).isEqualTo("@ana@pnod.example");
        assertThat(page.select("#team-address").val()).isEqualTo("@kiln@kilnkettle.example");
    }

    @Test
    void aTeamThatHasMovedSendsPeopleThere() {
        var page = page("team-moved");
        assertThat(page.select("a[href$=/follow]")).isEmpty();
        assertThat(page.select(".hero a[href=https://pond.example/@kiln]").text())
                .isEqualTo("@kiln@pond.example");
        assertThat(page("viewer-moved").select(".about-stream a[href=https://pond.example/@kiln]"))
                .hasSize(1);
    }

    @Test
    void whoMovesNamesAccountsAndComesBack() {
        assertThat(page("moving").select("main .stack form").eachAttr("action"))
                .containsExactly(
                        "/studio/fediverse/moving/former",
                        "/studio/fediverse/moving/leave",
                        "/studio/fediverse/moving/keys");
        var gone = page("moving-gone");
        assertThat(gone.select(".former .tag").eachText()).containsExactly("Has not moved yet", "Has moved here");
        assertThat(gone.select("form[action$=/leave]")).isEmpty();
        assertThat(gone.select("form[action$=/come-back] [name=of]").val()).isEqualTo("team");
        assertThat(gone.select("#f-former-error").text()).startsWith("Write an address");
        assertThat(page("moving-me").select(".tabs, form[action$=/keys]")).isEmpty();
        assertThat(page("moving-wrong").select("#f-target").val()).isEqualTo("@kiln@pond.example");
    }

    @Test
    void keysAreMadeAnewWhereThereAreSomeThatAreNotJustMade() {
        assertThat(page("servers").select("form[action=/studio/servers/keys]")).hasSize(1);
        assertThat(page("servers-none").select("form[action=/studio/servers/keys]"))
                .isEmpty();
        assertThat(page("moving-gone").select("#signing-keys ~ p").eachText())
                .anySatisfy(text -> assertThat(text).startsWith("New keys of one address"))
                .anySatisfy(text -> assertThat(text).contains("2 addresses"));
    }

    @Test
    void onlyWhoManagesTheTeamDecidesAboutFollowers() {
        // A member takes back what is the member's own.
        assertThat(page("fediverse-member")
                        .select("main form[action^=/studio/fediverse]")
                        .eachAttr("action"))
                .containsExactly("/studio/fediverse/broadcasts/take-back");
        var page = page("fediverse-waiting");
        assertThat(page.select("form[action^=/studio/fediverse]").eachAttr("action"))
                .containsExactly(
                        "/studio/fediverse/followers/approve",
                        "/studio/fediverse/followers/refuse",
                        "/studio/fediverse/replies/show",
                        "/studio/fediverse/replies/hide",
                        "/studio/fediverse/moderation/block",
                        "/studio/fediverse/replies/show",
                        "/studio/fediverse/replies/hide",
                        "/studio/fediverse/moderation/block",
                        "/studio/fediverse/followers/remove",
                        "/studio/fediverse/moderation/block",
                        "/studio/fediverse/broadcasts/take-back",
                        "/studio/fediverse/broadcasts/take-back",
                        "/studio/fediverse/wishes");
        assertThat(page.select("form[action$=/approve] [name=follower]").val()).isEqualTo("f2");
        assertThat(page.select("form[action$=/approve] [name=of]").val()).isEqualTo("9c9d");
        assertThat(page.select("[name=see-followers], [name=see-replies], [name=post-note]")
                        .eachAttr("checked"))
                .hasSize(3);
        assertThat(page("fediverse").select("[checked]")).isEmpty();
    }

    @Test
    void whoDecidesForTheTeamBlocksForItAndLetsInAgain() {
        var page = page("moderation");
        assertThat(page.select("#blocked").text()).isEqualTo("3 blocks");
        assertThat(page.select("form[action$=/unblock] [name=stranger]").eachAttr("value"))
                .containsExactly(
                        "https://pond.example/users/ana",
                        "https://stoneware.example/users/society",
                        "deals-and-more-deals.example");
        assertThat(page.select("form[action$=/unblock] [name=ground]").eachAttr("value"))
                .containsExactly("team", "own", "node");
        assertThat(page.select("form[action$=/show-again]")).hasSize(2);
        assertThat(page.select(".tag").eachText()).contains("On its way", "Arrived", "Not delivered", "Sent");
    }

    @Test
    void whoDoesNotBlocksForThemselvesAlone() {
        var page = page("moderation-member");
        assertThat(page.select("form[action$=/show-again], #hidden")).isEmpty();
        assertThat(page.select("form[action^=/studio/fediverse] [name=ground]").eachAttr("value"))
                .containsOnly("own");
    }

    @Test
    void aReportSaysToWhomItGoes() {
        var page = page("report");
        assertThat(page.select("#words").text()).isEqualTo("To the moderators of pond.example");
        assertThat(page.select("[name=account]").val()).isEqualTo("https://pond.example/users/ana");
        assertThat(page.select("[name=reply]")).hasSize(1);
        assertThat(page.select("[name=team]").val()).isEqualTo("kiln");
        assertThat(page("report-wrong").select("#f-words-error").text()).startsWith("Your team has sent many reports");
        assertThat(page("viewer-replies").select("a[href*=/moderation/report]").attr("href"))
                .isEqualTo("/studio/fediverse/moderation/report?team=kiln&account=https%3A%2F%2Fpond.example%2F%40ana"
                        + "&reply=https%3A%2F%2F%40ana%40pond.example");
    }

    @ParameterizedTest
    @CsvSource({"fediverse, 0", "members, 0", "servers, 2", "rules, 2"})
    void onlyTheOwnerOfTheNodeIsLedToItsServers(String name, int links) {
        assertThat(page(name).select(".rail a[href=/studio/servers], .tab-bar a[href=/studio/servers]"))
                .hasSize(links);
        assertThat(page(name).select(".rail a[href=/studio/fediverse]")).hasSize(1);
    }

    @Test
    void saysOfEachServerHowItStandsAndOffersToTryOnlyWhereSomethingWaits() {
        var rows = page("servers").select(".hosts tbody tr");
        assertThat(rows.select(".tag").eachText()).containsExactly("Paused", "On its way", "Given up", "Reached");
        assertThat(rows.select("form[action$=/retry] [name=host]").eachAttr("value"))
                .containsExactly("loud.example", "slow.example");
    }

    @Test
    void tellsTheReasonOfEachRefusal() {
        assertThat(page("servers").select("td.reason").eachText())
                .containsExactly(
                        "A rule of this node blocks deals.example.",
                        "The signature of https://loud.example/users/a-name-that-is-rather-long#main-key does not fit.",
                        "It was not signed.");
    }

    @Test
    void showsWhatAListWouldChangeBeforeItDoes() {
        var page = page("rules-import");
        assertThat(page.select("h2").eachText())
                .isEqualTo(List.of("3 rules would change", "2 new rules", "One changed rule", "2 lines are left out"));
        assertThat(page.select("form[action=/studio/servers/rules/apply] [name=list]")
                        .val())
                .startsWith("#domain,#severity");
        assertThat(page("rules-import-nothing").select("form[action=/studio/servers/rules/apply] button"))
                .isEmpty();
    }

    @Test
    void fillsTheFormWithTheRuleThatIsChanged() {
        var page = page("rules-wrong");
        assertThat(page.select("#f-domain").val()).isEqualTo("https://deals.example/");
        assertThat(page.select("[name=severity][checked]").val()).isEqualTo("block");
        assertThat(page.select("#allowed").text()).isEqualTo("Servers this node talks to");
        assertThat(page("rules").select("#allowed")).isEmpty();
    }

    @Test
    void findsFaultStepByStep() {
        assertThat(page("look-up-good").select(".findings .wrong")).isEmpty();
        var wrong = page("look-up-bad").select(".findings li");
        assertThat(wrong).hasSize(LookUpPage.Finding.values().length);
        assertThat(wrong.select("p").eachText()).doesNotHaveDuplicates();
    }
}
