// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.api;

import java.util.Locale;

/** How the contract writes the constants of the house. */
final class Words {

    private Words() {}

    /** Such as {@code two-encoders}. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
