// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.accounts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

final class PasswordRulesTest {

    private final PasswordRules rules = new PasswordRules();

    @ParameterizedTest
    @ValueSource(strings = {"a quiet river", "Tr0ub4dor&3xyz", "пароль-на-реке", "            x y z      "})
    void takesAnythingLongEnough(String password) {
        assertThat(rules.refuse(new Password(password), "ana")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "elevenchars", "🎥🎥🎥🎥🎥🎥🎥🎥🎥🎥🎥"})
    void refusesElevenCharacters(String password) {
        assertThat(rules.refuse(new Password(password), "ana")).contains(RegistrationRefusal.PASSWORD_TOO_SHORT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "PASSWORD1234",
                "qwertyuiop12",
                "iloveyou1234",
                "aaaaaaaaaaaaaaaa",
                "121212121212",
                "correct horse battery staple"
            })
    void refusesWhatEverybodyTriesFirst(String password) {
        assertThat(rules.refuse(new Password(password), "ana")).contains(RegistrationRefusal.PASSWORD_COMMON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"north-radio1", "north-radio2026", "north-radionorth-radio"})
    void refusesTheHandleWithATail(String password) {
        assertThat(rules.refuse(new Password(password), "north-radio")).contains(RegistrationRefusal.PASSWORD_COMMON);
    }

    @Test
    void refusesABook() {
        var book = "a b c d ".repeat(100);
        assertThat(rules.refuse(new Password(book), "ana")).contains(RegistrationRefusal.PASSWORD_TOO_LONG);
    }

    @Test
    void neverShowsAPassword() {
        assertThat(new Password("a quiet river")).hasToString("Password[redacted]");
    }
}
