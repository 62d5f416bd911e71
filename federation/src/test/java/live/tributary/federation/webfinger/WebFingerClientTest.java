// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.webfinger;

import java.net.URI;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import live.tributary.federation.http.AddressGuard;
import live.tributary.federation.http.Budget;
import live.tributary.federation.http.ClientOptions;
import live.tributary.federation.http.GuardedClient;
import live.tributary.federation.http.StrangersServer;
import live.tributary.federation.webfinger.LookUp.Contradiction;
import live.tributary.federation.webfinger.LookUp.Found;
import live.tributary.federation.webfinger.LookUp.NoAnswer;
import live.tributary.federation.webfinger.LookUp.Nobody;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class WebFingerClientTest {

    private static final URI ANA = URI.create("https://social.example/users/ana");

    private final StrangersServer server = StrangersServer.start();
    private final StrangersServer other = StrangersServer.start();
    private final GuardedClient http = GuardedClient.open(new ClientOptions("test", AddressGuard.testLoopback()));
    private final WebFingerClient client = new WebFingerClient(http, URI.create("http://127.0.0.1:1/"));
    private final Budget budget = Budget.ofOneActivity();
    private final Handle ana = new Handle("ana", server.authority());

    @AfterEach
    void close() {
        http.close();
        server.close();
        other.close();
    }

    @Test
    void findsAnActorByItsName() {
        says(server, ana, ana, ANA);

        assertThat(client.find(ana, budget)).isInstanceOfSatisfying(Found.class, found -> {
            assertThat(found.actor()).isEqualTo(ANA);
            assertThat(found.handle()).isEqualTo(ana);
            assertThat(found.jrd().links()).hasSize(2);
        });
        assertThat(server.requests().getFirst().header("Accept")).contains("application/jrd+json");
    }

    @Test
    void aNameInAnotherCaseIsTheSame() {
        says(server, new Handle("ANA", server.authority()), ana, ANA);

        assertThat(client.find(new Handle("ANA", server.authority()), budget)).isInstanceOf(Found.class);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void asksTheServerThatANameIsSaidToBelongTo() {
        var canonical = new Handle("ana", other.authority());
        says(server, ana, canonical, ANA);
        says(other, canonical, canonical, ANA);

        assertThat(client.find(ana, budget))
                .isInstanceOfSatisfying(
                        Found.class, found -> assertThat(found.handle()).isEqualTo(canonical));
    }

    @Test
    void doesNotBelieveANameThatItsServerDoesNotConfirm() {
        var borrowed = new Handle("ana", other.authority());
        says(server, ana, borrowed, ANA);
        assertThat(client.find(ana, budget)).isInstanceOf(Nobody.class);

        says(other, borrowed, borrowed, URI.create("https://social.example/users/famous-ana"));
        assertThat(client.find(ana, budget)).isInstanceOf(Contradiction.class);

        says(other, borrowed, ana, ANA);
        assertThat(client.find(ana, budget)).isInstanceOf(Contradiction.class);
    }

    @Test
    void confirmsTheNameOfAnActor() {
        var actor = server.at("/users/ana");
        says(server, ana, ana, actor);

        assertThat(client.confirm(actor, "ana", budget)).isInstanceOf(Found.class);
        assertThat(client.confirm(server.at("/users/eve"), "ana", budget)).isInstanceOf(Contradiction.class);
        assertThat(client.confirm(actor, "ana@other.example/", budget)).isInstanceOf(Contradiction.class);
    }

    /** Lemmy has a person and a community of one name. */
    @ParameterizedTest
    @CsvSource({"/u/ana, /c/ana", "/c/ana, /u/ana"})
    void aNameThatTwoHaveIsEithers(String one, String two) {
        var canonical = new Handle("ana", other.authority());
        for (var place : List.of(server, other)) {
            place.document(query(place == server ? ana : canonical), Jrd.MEDIA_TYPE, """
                    {"subject":"%s","links":[
                      {"rel":"self","type":"application/activity+json","href":"%s"},
                      {"rel":"self","type":"application/activity+json","href":"%s"}]}""".formatted(
                    canonical.acct(), server.at(place == server ? one : two), server.at(place == server ? two : one)));
        }
        for (var actor : List.of(server.at(one), server.at(two))) {
            assertThat(client.confirm(actor, "ana", budget)).isInstanceOfSatisfying(Found.class, found -> {
                assertThat(found.actor()).isEqualTo(actor);
                assertThat(found.handle()).isEqualTo(canonical);
            });
        }
        assertThat(client.confirm(server.at("/u/eve"), "ana", budget)).isInstanceOf(Contradiction.class);
        assertThat(client.find(ana, budget))
                .isInstanceOfSatisfying(
                        Found.class, found -> assertThat(found.actor()).isEqualTo(server.at(one)));
    }

    @Test
    void contradictsNobodyWhileTheServerOfTheNameIsAway() {
        var canonical = new Handle("ana", other.authority());
        says(server, ana, canonical, ANA);
        other.status(query(canonical), 503);
        assertThat(client.find(ana, budget)).isInstanceOf(NoAnswer.class);

        other.status(query(canonical), 404);
        assertThat(client.find(ana, budget)).isEqualTo(new Nobody(canonical, false));

        other.status(query(canonical), 410);
        assertThat(client.find(ana, budget)).isInstanceOf(Contradiction.class);
    }

    @ParameterizedTest
    @CsvSource({"404, false", "410, true", "400, false"})
    void saysThatThereIsNobody(int status, boolean certain) {
        server.status(query(ana), status);

        assertThat(client.find(ana, budget)).isEqualTo(new Nobody(ana, certain));
    }

    @Test
    void looksWhereTheHostSaysThatItsNamesAre() {
        server.document("/.well-known/host-meta", HostMeta.XRD_MEDIA_TYPE, """
                <XRD xmlns="http://docs.oasis-open.org/ns/xri/xrd-1.0">
                  <Link rel="lrdd" template="%s?of={uri}"/></XRD>""".formatted(other.at("/names")));
        other.document(
                query(ana).replace("/.well-known/webfinger?resource=", "/names?of="),
                Jrd.MEDIA_TYPE,
                new String(Jrd.ofActor(ana, ANA, ANA).bytes(), UTF_8));

        assertThat(client.find(ana, budget))
                .isInstanceOfSatisfying(
                        Found.class, found -> assertThat(found.actor()).isEqualTo(ANA));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 410, 429, 500, 503})
    void doesNotLookFurtherWhereTheHostHasSaidEnough(int status) {
        server.status(query(ana), status);

        assertThat(client.find(ana, budget)).isNotInstanceOf(Found.class);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void doesNotAskTwiceAtThePlaceThatEverybodyHas() {
        server.document(
                "/.well-known/host-meta", HostMeta.XRD_MEDIA_TYPE, """
                <XRD xmlns="http://docs.oasis-open.org/ns/xri/xrd-1.0">
                  <Link rel="lrdd" template="%s?resource={uri}"/></XRD>""".formatted(server.at("/.well-known/webfinger")));

        assertThat(client.find(ana, budget)).isEqualTo(new Nobody(ana, false));
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void saysThatSomebodyDoesNotSpeakActivityPub() {
        server.document(query(ana), Jrd.MEDIA_TYPE, """
                {"subject":"%s","links":[{"rel":"self","type":"text/html","href":"%s"}]}""".formatted(ana.acct(), ANA));

        assertThat(client.find(ana, budget)).isEqualTo(new Nobody(ana, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/activity+json",
                "application/ld+json; profile=\\\"https://www.w3.org/ns/activitystreams\\\""
            })
    void takesEitherMediaTypeForAnActor(String type) {
        server.document(query(ana), Jrd.MEDIA_TYPE, """
                {"subject":"%s","links":[{"rel":"self","type":"%s","href":"%s"}]}""".formatted(ana.acct(), type, ANA));

        assertThat(client.find(ana, budget)).isInstanceOf(Found.class);
    }

    @Test
    void saysThatNoAnswerCouldBeUsed() {
        server.status(query(ana), 503);
        assertThat(client.find(ana, budget)).isInstanceOf(NoAnswer.class);

        server.document(query(ana), "text/html", "<html>");
        assertThat(client.find(ana, budget)).isInstanceOf(NoAnswer.class);

        server.document(query(ana), Jrd.MEDIA_TYPE, "{}");
        assertThat(client.find(ana, budget)).isInstanceOf(Contradiction.class);
    }

    @Test
    void findsTheActorOfAWholeServer() {
        var query = "/.well-known/webfinger?resource=http%3A%2F%2F"
                + server.authority().replace(":", "%3A") + "%2F";
        assertThat(client.server(server.at("/about"), budget)).isEmpty();

        says(query, server.at("/actor"));
        assertThat(client.server(server.at("/about"), budget)).contains(server.at("/actor"));

        says(query, other.at("/actor"));
        assertThat(client.server(server.at("/about"), budget)).isEmpty();
    }

    private void says(String query, URI actor) {
        var jrd = Jrd.ofNode(ana, actor, actor.resolve("/"));
        server.document(query, Jrd.MEDIA_TYPE, new String(jrd.bytes(), UTF_8));
    }

    private static void says(StrangersServer server, Handle asked, Handle subject, URI actor) {
        var page = URI.create("https://social.example/@ana");
        server.document(
                query(asked),
                Jrd.MEDIA_TYPE,
                new String(Jrd.ofActor(subject, actor, page).bytes(), UTF_8));
    }

    private static String query(Handle handle) {
        return "/.well-known/webfinger?resource="
                + handle.acct().replace(":", "%3A").replace("@", "%40");
    }
}
