// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.accounts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.springframework.core.io.ClassPathResource;

/** Length, and not one that everybody tries first. No other rules: they make passwords worse. */
final class PasswordRules {

    private final Set<String> common;

    PasswordRules() {
        this.common = readCommon();
    }

    Optional<RegistrationRefusal> refuse(Password password, String handle) {
        var length = password.value().codePointCount(0, password.value().length());
        if (length < Password.MINIMUM_CHARACTERS) {
            return Optional.of(RegistrationRefusal.PASSWORD_TOO_SHORT);
        }
        if (length > Password.MAXIMUM_CHARACTERS) {
            return Optional.of(RegistrationRefusal.PASSWORD_TOO_LONG);
        }
        return isCommon(password, handle) ? Optional.of(RegistrationRefusal.PASSWORD_COMMON) : Optional.empty();
    }

    private boolean isCommon(Password password, String handle) {
        var folded = password.value().toLowerCase(Locale.ROOT).strip();
        return common.contains(folded) || folded.chars().distinct().count() <= 3 || isMadeOf(folded, handle);
    }

    /** The handle, repeated or with a short tail of digits: the first guess of somebody who reads the page. */
    private static boolean isMadeOf(String password, String handle) {
        var rest = password.replace(handle, "");
        return rest.length() < password.length() && rest.chars().allMatch(Character::isDigit) && rest.length() <= 8;
    }

    private static Set<String> readCommon() {
        var list = new ClassPathResource("common-passwords.txt", PasswordRules.class);
        try {
            return Set.copyOf(
                    list.getContentAsString(StandardCharsets.UTF_8).lines().toList());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
