// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.broadcast;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class AboutTest {

    @Test
    void aDescriptionIsPlainTextOfSeveralLines() {
        assertThat(Description.parse(" One\t \r\n\r\n\r\n\r\ntwo <b>bold</b>\rthree\t4  \n"))
                .hasValue(new Description("One\n\ntwo <b>bold</b>\nthree 4"));
        assertThat(Description.parse("  \n ")).hasValue(Description.NONE);
        assertThat(Description.parse("😀".repeat(Description.MAXIMUM_CHARACTERS)))
                .isPresent();
        assertThat(Description.parse("ab")).isEmpty();
        assertThat(Description.parse("a".repeat(Description.MAXIMUM_CHARACTERS + 1)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "turned \u202e round", "bell\u0007", "next\u2028line"})
    void aDescriptionIsOnlyWhatCanBePrinted(String text) {
        assertThat(Description.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"en, en, English", "PT-br, pt-BR, Portuguese (Brazil)", "gsw, gsw, Swiss German", "'  ', '', ''"})
    void aLanguageHasAName(String typed, String tag, String name) {
        assertThat(Language.parse(typed)).hasValueSatisfying(language -> {
            assertThat(language.tag()).isEqualTo(tag);
            assertThat(language.name()).isEqualTo(name);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"english", "xx", "e", "en_GB_", "<en>", "en-a-b-c-d-e-f-g-h-i-j-k-l-m-n-o-p-q-r-s-t"})
    void whatIsNoTagOfAKnownLanguageIsNone(String text) {
        assertThat(Language.parse(text)).isEmpty();
    }

    @Test
    void everyLanguageThatFormsOfferHasAName() {
        assertThat(Language.usual())
                .hasSizeGreaterThan(30)
                .allSatisfy(language -> assertThat(language.name()).isNotEqualTo(language.tag()));
    }

    @Test
    void categoriesAreThoseOfPeerTube() {
        assertThat(IntStream.rangeClosed(0, 18).mapToObj(Category::of)).allMatch(category -> category.isPresent());
        assertThat(Category.of(7)).hasValue(Category.GAMING);
        assertThat(Category.of(19)).isEmpty();
    }

    @Test
    void tagsAreTypedWithSpacesOrCommas() {
        assertThat(Tag.parseAll(" #speedrun, retro_games  Ölberg "))
                .hasValue(List.of(new Tag("speedrun"), new Tag("retro_games"), new Tag("Ölberg")));
        assertThat(Tag.parseAll("")).hasValue(List.of());
        assertThat(Tag.parseAll("good no-good")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "2026", "with space", "##two", "a#b", "semi;colon", "<b>", ""})
    void whatMastodonDoesNotReadAsOneHashtagIsNoTag(String text) {
        assertThat(Tag.parse(text)).isEmpty();
    }

    @Test
    void aTagHasTwoToThirtyCharacters() {
        assertThat(Tag.parse("ab")).isPresent();
        assertThat(Tag.parse("𐐷".repeat(30))).isPresent();
        assertThat(Tag.parse("a".repeat(31))).isEmpty();
    }

    @Test
    void fiveDifferentTagsAreTheMost() {
        var five = Tag.parseAll("aa bb cc dd ee").orElseThrow();
        assertThat(About.fit(five)).isTrue();
        assertThat(About.fit(Tag.parseAll("aa bb cc dd ee ff").orElseThrow())).isFalse();
        assertThat(About.fit(Tag.parseAll("same SAME").orElseThrow())).isFalse();
        var same = List.of(new Tag("same"), new Tag("Same"));
        assertThatThrownBy(() -> new About(Description.NONE, Language.NONE, Category.NONE, same, Warning.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aWarningSaysWhy() {
        assertThat(Warning.parse(" flashing lights ")).hasValue(new Warning("flashing lights"));
        assertThat(Warning.parse(" ")).hasValue(Warning.NONE);
        assertThat(Warning.parse("no")).isEmpty();
        assertThat(Warning.parse("two\nlines")).isEmpty();
        assertThat(Warning.parse("a".repeat(Warning.MAXIMUM_CHARACTERS + 1))).isEmpty();
        assertThat(Warning.NONE.isGiven()).isFalse();
    }
}
