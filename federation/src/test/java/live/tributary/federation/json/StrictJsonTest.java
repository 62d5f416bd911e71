// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.json;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import live.tributary.federation.json.JsonReading.Parsed;
import live.tributary.federation.json.JsonReading.Reason;
import live.tributary.federation.json.JsonReading.Refused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

final class StrictJsonTest {

    private final StrictJson json = new StrictJson(JsonLimits.INBOX);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"a\":null,\"b\":[true,false,0,-1,1.5],\"c\":{\"d\":\"é 😀\"}}",
                "{\"z\":1,\"a\":2}",
                "{\"great\":123456789012345678901234567890}"
            })
    void givesBackTheBytesThatItRead(String text) {
        assertThat(JsonBytes.of(parsed(text).document()))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(text);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments("{\"a\":1,\"a\":1}", Reason.DUPLICATE_NAME),
                arguments("{\"b\":[{\"a\":1,\"\\u0061\":2}]}", Reason.DUPLICATE_NAME),
                arguments("{\"@graph\":[]}", Reason.FORBIDDEN_KEYWORD),
                arguments("{\"a\":[{\"@included\":{}}]}", Reason.FORBIDDEN_KEYWORD),
                arguments("{\"@context\":{\"a\":{\"@reverse\":\"as:actor\"}}}", Reason.FORBIDDEN_KEYWORD),
                arguments("{\"@context\":{\"@import\":\"https://a.example/\"}}", Reason.FORBIDDEN_KEYWORD),
                arguments("{\"object\":{\"@nest\":{}}}", Reason.FORBIDDEN_KEYWORD),
                arguments("{\"a\":\"\\u0000\"}", Reason.UNSTORABLE_TEXT),
                arguments("{\"\\u0000\":1}", Reason.UNSTORABLE_TEXT),
                arguments("{\"a\":\"\\ud83d\"}", Reason.UNSTORABLE_TEXT),
                arguments("{\"a\":\"\\ude00\\ud83d\"}", Reason.UNSTORABLE_TEXT),
                arguments("{\"a\":1e999}", Reason.NUMBER_OUT_OF_RANGE),
                arguments("[]", Reason.NOT_AN_OBJECT),
                arguments("\"text\"", Reason.NOT_AN_OBJECT),
                arguments("", Reason.NOT_AN_OBJECT),
                arguments("{", Reason.MALFORMED),
                arguments("{\"a\":}", Reason.MALFORMED),
                arguments("{\"a\":NaN}", Reason.MALFORMED),
                arguments("{'a':1}", Reason.MALFORMED),
                arguments("{/**/}", Reason.MALFORMED),
                arguments("{\"a\":[1,]}", Reason.MALFORMED),
                arguments("{}{}", Reason.MALFORMED),
                arguments("{\"a\":01}", Reason.MALFORMED));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesWhatReadersWouldUnderstandDifferently(String text, Reason reason) {
        assertThat(read(text))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    static Stream<Arguments> limits() {
        var limits = JsonLimits.INBOX;
        return Stream.of(
                arguments("depth", nested(limits.depth()), nested(limits.depth() + 1)),
                arguments("text", text(limits.textChars()), text(limits.textChars() + 1)),
                arguments(
                        "digits",
                        "{\"a\":%s}".formatted("9".repeat(limits.numberDigits())),
                        "{\"a\":%s}".formatted("9".repeat(limits.numberDigits() + 1))),
                arguments("name", name(limits.nameChars()), name(limits.nameChars() + 1)),
                arguments("items", items(limits.items()), items(limits.items() + 1)),
                // Two tokens for each pair of braces, two for each member.
                arguments("tokens", members(limits.tokens() / 2 - 1), members(limits.tokens() / 2)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("limits")
    void readsUpToEachLimitAndNoFurther(String limit, String within, String beyond) {
        assertThat(read(within)).as(limit).isInstanceOf(Parsed.class);
        assertThat(read(beyond))
                .as(limit)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.OVER_A_LIMIT));
    }

    @Test
    void hasTheLimitsThatTheManualNames() {
        assertThat(JsonLimits.INBOX).isEqualTo(new JsonLimits(524_288, 32, 262_144, 100, 256, 5_000, 1_000));
        assertThat(JsonLimits.FETCHED).isEqualTo(new JsonLimits(1_048_576, 32, 262_144, 100, 256, 5_000, 1_000));
    }

    @Test
    void refusesALongDocumentBeforeItLooksAtIt() {
        var spaces = " ".repeat(JsonLimits.INBOX.bytes() - 2);
        assertThat(read("{}" + spaces)).isInstanceOf(Parsed.class);
        assertThat(read("{}" + spaces + " "))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.TOO_LONG));
        assertThat(new StrictJson(JsonLimits.FETCHED).read(("{}" + spaces + " ").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Parsed.class);
    }

    @Test
    void readsNoOtherEncodingThanUtf8() {
        assertThat(json.read("{}".getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo(new Refused(Reason.MALFORMED, "StreamReadException"));
        assertThat(json.read(new byte[] {'{', '"', (byte) 0xC0, (byte) 0x80, '"', ':', '1', '}'}))
                .isEqualTo(new Refused(Reason.NOT_UTF8, "not UTF-8"));
    }

    @Test
    void saysInARefusalNoMoreThanAMembersName() {
        assertThat(read("{\"secret\":\"of a stranger"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.detail()).doesNotContain("stranger"));
    }

    private Parsed parsed(String text) {
        return (Parsed) read(text);
    }

    private JsonReading read(String text) {
        return json.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String nested(int depth) {
        return "{\"a\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}";
    }

    private static String text(int chars) {
        return "{\"a\":\"%s\"}".formatted("x".repeat(chars));
    }

    private static String name(int chars) {
        return "{\"%s\":1}".formatted("x".repeat(chars));
    }

    private static String items(int items) {
        return "{\"a\":[%s1]}".formatted("1,".repeat(items - 1));
    }

    private static String members(int members) {
        var text = new StringBuilder("{");
        for (int i = 0; i < members; i++) {
            text.append(i == 0 ? "" : ",").append('"').append(i).append("\":1");
        }
        return text.append('}').toString();
    }
}
