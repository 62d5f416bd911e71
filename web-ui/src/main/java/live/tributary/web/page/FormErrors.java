// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.util.Map;
import java.util.Optional;

/**
 * What was wrong with a form that came back.
 *
 * @param byField keyed by the name of the form field
 */
public record FormErrors(Map<String, FieldError> byField) {

    public FormErrors {
        byField = Map.copyOf(byField);
    }

    /** A form nobody has sent yet. */
    public static FormErrors none() {
        return new FormErrors(Map.of());
    }

    /** One wrong field. */
    public static FormErrors on(String field, FieldError error) {
        return new FormErrors(Map.of(field, error));
    }

    /** What was wrong with this field, if anything. */
    public Optional<FieldError> of(String field) {
        return Optional.ofNullable(byField.get(field));
    }
}
