// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.ibm.icu.text.MessageFormat;
import org.junit.jupiter.api.Test;

import live.tributary.web.page.DeskTeamPage;
import live.tributary.web.page.DirectoryLink;
import live.tributary.web.page.DirectoryWhy;
import live.tributary.web.page.DownstreamPage;
import live.tributary.web.page.ErrorPage;
import live.tributary.web.page.FieldError;
import live.tributary.web.page.FollowingPage;
import live.tributary.web.page.Health;
import live.tributary.web.page.KeptTeam;
import live.tributary.web.page.ListingPage;
import live.tributary.web.page.LookUpPage;
import live.tributary.web.page.ModerationPage;
import live.tributary.web.page.RefusalReason;
import live.tributary.web.page.RingsPage;
import live.tributary.web.page.ServerRule;
import live.tributary.web.page.ServersPage;
import live.tributary.web.page.Statement;
import live.tributary.web.page.UpNextPage;

import static org.assertj.core.api.Assertions.assertThat;

class MessagesTest {

    private static final Pattern ASKED_BY_TEMPLATE =
            Pattern.compile("(?:\\btext|texts\\.format)\\(\\s*\"([^\"]+)\"(?! \\+)");
    private static final Pattern ISLAND = Pattern.compile("island\\.([^.]+)\\.(.+)");
    private static final Pattern SAID_BY_STATE = Pattern.compile(
            "(state|light)\\..+-(headline|sentence)|on-air\\.(state|verdict|cause|fix|level|detail|event|mark|rung)-.+|theme\\..+");

    private static final ResourceBundle ENGLISH =
            ResourceBundle.getBundle("live.tributary.web.text.messages", Locale.ENGLISH);

    @Test
    void holdsEverySentenceThatIsAskedForAndNoOther() throws IOException {
        var asked = Stream.concat(sources("src/main/jte", "src/main/java").flatMap(MessagesTest::asked), families())
                .collect(Collectors.toSet());
        var held = ENGLISH.keySet().stream()
                .filter(key -> !key.startsWith("island."))
                .collect(Collectors.toSet());
        assertThat(held).containsExactlyInAnyOrderElementsOf(withoutIslands(asked));
        assertThat(ENGLISH.keySet()).containsAll(asked);
    }

    @Test
    void sendsIslandsOnlyWhatTheySay() throws IOException {
        var code = sources("src/main/ts", "src/main/java").collect(Collectors.joining());
        assertThat(ENGLISH.keySet().stream().filter(key -> key.startsWith("island.")))
                .allMatch(key -> isSaid(key, code));
    }

    @Test
    void isWellFormedInEveryPattern() {
        assertThat(ENGLISH.keySet())
                .allSatisfy(key -> assertThat(new MessageFormat(ENGLISH.getString(key), Locale.ENGLISH))
                        .isNotNull());
    }

    @Test
    void countsInThePluralsOfTheLanguage() {
        var texts = Texts.of(Locale.ENGLISH);
        assertThat(texts.format("members.count", Map.of("count", 1))).isEqualTo("One member");
        assertThat(texts.format("members.count", Map.of("count", 5))).isEqualTo("5 members");
    }

    private static boolean isSaid(String key, String code) {
        var match = ISLAND.matcher(key);
        assertThat(match.matches()).isTrue();
        return SAID_BY_STATE.matcher(match.group(1) + "." + match.group(2)).matches()
                || code.contains("\"" + match.group(2) + "\"")
                || key.equals("island.copy.copy");
    }

    private static Stream<String> families() {
        var fields = Arrays.stream(FieldError.values()).map(FieldError::messageKey);
        var errors = Arrays.stream(ErrorPage.Kind.values())
                .flatMap(kind -> Stream.of(kind.messageKey() + "-headline", kind.messageKey() + "-sentence"));
        var refusals = Arrays.stream(RefusalReason.values())
                .flatMap(reason ->
                        Stream.of("refused." + reason.word() + "-headline", "refused." + reason.word() + "-fix"));
        var tiles = Health.TILES.stream().flatMap(name -> Stream.of("tile." + name, "tile-unit." + name));
        return Stream.of(fields, errors, refusals, tiles, ofOtherServers(), ofDirectories(), ofHandoffs())
                .flatMap(keys -> keys);
    }

    private static Stream<String> ofOtherServers() {
        var standings = Arrays.stream(ServersPage.Standing.values()).map(ServersPage.Standing::messageKey);
        var severities = Arrays.stream(ServerRule.Severity.values()).map(ServerRule.Severity::messageKey);
        var told = Stream.of(standings, severities, ofFollowing())
                .flatMap(keys -> keys)
                .flatMap(key -> Stream.of(key + "-word", key + "-sentence"));
        var stages = Arrays.stream(LookUpPage.Stage.values()).map(LookUpPage.Stage::messageKey);
        var findings = Arrays.stream(LookUpPage.Finding.values()).map(LookUpPage.Finding::messageKey);
        var grounds = Arrays.stream(ModerationPage.Ground.values()).map(ModerationPage.Ground::messageKey);
        var deliveries = Arrays.stream(ModerationPage.Delivery.values()).map(ModerationPage.Delivery::messageKey);
        return Stream.of(told, stages, findings, grounds, deliveries).flatMap(keys -> keys);
    }

    private static Stream<String> ofHandoffs() {
        var welcomes = Arrays.stream(DownstreamPage.Welcome.values())
                .map(DownstreamPage.Welcome::messageKey)
                .flatMap(key -> Stream.of(key + "-word", key + "-sentence"));
        var carries = Arrays.stream(DownstreamPage.Carry.values()).map(DownstreamPage.Carry::messageKey);
        var offers = Arrays.stream(DownstreamPage.Offer.values()).map(DownstreamPage.Offer::messageKey);
        return Stream.of(welcomes, carries, offers).flatMap(keys -> keys);
    }

    private static Stream<String> ofFollowing() {
        var standings = Arrays.stream(FollowingPage.Standing.values()).map(FollowingPage.Standing::messageKey);
        var whose = Arrays.stream(FollowingPage.Whose.values()).map(FollowingPage.Whose::messageKey);
        return Stream.concat(standings, whose);
    }

    private static Stream<String> ofDirectories() {
        var told = Stream.concat(
                        Arrays.stream(ListingPage.Consent.values()).map(ListingPage.Consent::messageKey),
                        Stream.concat(
                                Arrays.stream(ListingPage.Standing.values()).map(ListingPage.Standing::messageKey),
                                Arrays.stream(RingsPage.Standing.values()).map(RingsPage.Standing::messageKey)))
                .flatMap(key -> Stream.of(key + "-word", key + "-sentence"));
        return Stream.of(
                        told,
                        Arrays.stream(ListingPage.Watch.values()).map(ListingPage.Watch::messageKey),
                        Arrays.stream(DirectoryWhy.Turn.values()).map(DirectoryWhy.Turn::messageKey),
                        Arrays.stream(DirectoryLink.Kind.values()).map(DirectoryLink.Kind::messageKey),
                        Arrays.stream(UpNextPage.Span.values()).map(UpNextPage.Span::messageKey),
                        Arrays.stream(KeptTeam.Rank.values()).map(KeptTeam.Rank::messageKey),
                        Arrays.stream(KeptTeam.OnAir.values()).map(KeptTeam.OnAir::messageKey),
                        Arrays.stream(DeskTeamPage.Term.values()).map(DeskTeamPage.Term::messageKey),
                        Arrays.stream(Statement.Kind.values()).map(Statement.Kind::messageKey))
                .flatMap(keys -> keys);
    }

    private static Set<String> withoutIslands(Set<String> keys) {
        return keys.stream().filter(key -> !key.startsWith("island.")).collect(Collectors.toSet());
    }

    private static Stream<String> asked(String source) {
        return ASKED_BY_TEMPLATE.matcher(source).results().map((MatchResult result) -> result.group(1));
    }

    private static Stream<String> sources(String... folders) throws IOException {
        var texts = new ArrayList<String>();
        for (var folder : folders) {
            try (var files = Files.walk(Path.of(folder))) {
                files.filter(Files::isRegularFile).map(MessagesTest::read).forEach(texts::add);
            }
        }
        return texts.stream();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
