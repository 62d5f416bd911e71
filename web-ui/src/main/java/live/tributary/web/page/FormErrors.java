// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What was wrong with a form that came back.
 *
 * @param byField keyed by the name of the form field
 * @param pause after which another try makes sense; nothing where it makes sense at once
 */
public record FormErrors(Map<String, FieldError> byField, Duration pause) {

    public FormErrors {
        byField = Map.copyOf(byField);
    }

    /** What was wrong with what was written. */
    public FormErrors(Map<String, FieldError> byField) {
        this(byField, Duration.ZERO);
    }

    /** A form nobody has sent yet. */
    public static FormErrors none() {
        return new FormErrors(Map.of());
    }

    /** One wrong field. */
    public static FormErrors on(String field, FieldError error) {
        return new FormErrors(Map.of(field, error));
    }

    /** One field that may be right, after a while. */
    public static FormErrors on(String field, FieldError error, Duration pause) {
        return new FormErrors(Map.of(field, error), pause);
    }

    /** The pause in minutes that have begun, for sentences. */
    public long minutes() {
        return pause.plusMinutes(1).minusNanos(1).toMinutes();
    }

    /** What was wrong with this field, if anything. */
    public Optional<FieldError> of(String field) {
        return Optional.ofNullable(byField.get(field));
    }
}
