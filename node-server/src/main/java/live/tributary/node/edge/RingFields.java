// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import live.tributary.federation.vocab.RingLanes;
import live.tributary.federation.vocab.RingRoll;
import live.tributary.node.rings.RingWords;
import live.tributary.node.rings.Slug;
import live.tributary.web.page.FieldError;
import live.tributary.web.page.FormErrors;

/** What is typed about a ring. */
sealed interface RingFields {

    Pattern LANES = Pattern.compile("(\\d{1,2})\\s*/\\s*(\\d{1,2})\\s*/\\s*(\\d{1,2})");

    /** A new ring. */
    record Founding(Slug slug, RingWords words) implements RingFields {}

    /** What a ring is to say from now on. */
    record Rewriting(RingWords words) implements RingFields {}

    record Bad(FormErrors errors) implements RingFields {}

    static RingFields founding(Form form) {
        var errors = errors(form, "name", "charter");
        var slug = Slug.parse(form.text("slug"));
        if (slug.isEmpty()) {
            errors.put("slug", FieldError.RING_SLUG_INVALID);
        }
        return errors.isEmpty()
                ? new Founding(slug.orElseThrow(), words(form, RingLanes.USUAL))
                : new Bad(new FormErrors(errors));
    }

    static RingFields rewriting(Form form) {
        var errors = errors(form, "ring-name", "ring-charter");
        var lanes = lanes(form.text("lanes"));
        if (lanes.isEmpty()) {
            errors.put("lanes", FieldError.RING_LANES_INVALID);
        }
        return errors.isEmpty() ? new Rewriting(words(form, lanes.orElseThrow())) : new Bad(new FormErrors(errors));
    }

    private static Map<String, FieldError> errors(Form form, String nameField, String charterField) {
        var errors = new HashMap<String, FieldError>();
        var name = name(form);
        if (name.isEmpty() || length(name) > RingRoll.LONGEST_NAME) {
            errors.put(nameField, FieldError.RING_NAME_INVALID);
        }
        if (length(charter(form)) > RingRoll.LONGEST_CHARTER) {
            errors.put(charterField, FieldError.RING_CHARTER_INVALID);
        }
        return errors;
    }

    private static RingWords words(Form form, RingLanes lanes) {
        return new RingWords(name(form), charter(form), lanes);
    }

    private static String name(Form form) {
        return form.text("name").strip();
    }

    private static String charter(Form form) {
        return form.text("charter").replace("\r\n", "\n").strip();
    }

    private static Optional<RingLanes> lanes(String typed) {
        var parts = LANES.matcher(typed.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        int ring = Integer.parseInt(parts.group(1));
        int neighbour = Integer.parseInt(parts.group(2));
        int open = Integer.parseInt(parts.group(3));
        return RingLanes.mayBe(ring, neighbour, open)
                ? Optional.of(new RingLanes(ring, neighbour, open))
                : Optional.empty();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
