// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.signature;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import live.tributary.federation.signature.StructuredScanner.Item;

/**
 * One member of {@code Signature-Input} (RFC 9421, 4.1).
 *
 * @param raw components and parameters as they stand in the field: the last line of the signature base
 */
record MessageInput(String raw, List<MessageComponent> components, Map<String, Item> parameters) {

    private static final int LENGTH_LIMIT_CHARS = 8 * 1024;
    private static final int LABEL_LIMIT = 4;
    private static final int COMPONENT_LIMIT = 32;

    /** All members of the field by their labels, in order. */
    static Map<String, MessageInput> parse(String field) throws RefusedException {
        checkLength("Signature-Input", field);
        var scanner = new StructuredScanner(field);
        var inputs = new LinkedHashMap<String, MessageInput>();
        do {
            var label = scanner.key();
            scanner.expect('=');
            if (inputs.put(label, member(scanner)) != null) {
                throw new RefusedException(RefusalReason.MALFORMED, "the label %s stands twice".formatted(label));
            }
            if (inputs.size() > LABEL_LIMIT) {
                throw new RefusedException(RefusalReason.TOO_LARGE, "more than %d signatures".formatted(LABEL_LIMIT));
            }
        } while (scanner.nextMember());
        return inputs;
    }

    static void checkLength(String name, String field) throws RefusedException {
        if (field.length() > LENGTH_LIMIT_CHARS) {
            throw new RefusedException(
                    RefusalReason.TOO_LARGE, "a %s of %d characters".formatted(name, field.length()));
        }
    }

    Optional<Item> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    boolean covers(String component) {
        return components.stream().anyMatch(covered -> covered.isPlain(component));
    }

    private static MessageInput member(StructuredScanner scanner) throws RefusedException {
        int start = scanner.position();
        var components = new ArrayList<MessageComponent>();
        var seen = new HashSet<String>();
        scanner.expect('(');
        scanner.spaces();
        while (!scanner.skip(')')) {
            var component = component(scanner);
            components.add(component);
            // RFC 9421, 2: each component identifier stands at most once.
            if (!seen.add(component.raw())) {
                throw new RefusedException(RefusalReason.MALFORMED, component.raw() + " is covered twice");
            }
            if (components.size() > COMPONENT_LIMIT) {
                throw new RefusedException(
                        RefusalReason.TOO_LARGE, "more than %d components".formatted(COMPONENT_LIMIT));
            }
            scanner.spaces();
        }
        var parameters = scanner.parameters();
        return new MessageInput(scanner.since(start), components, parameters);
    }

    private static MessageComponent component(StructuredScanner scanner) throws RefusedException {
        int start = scanner.position();
        var name = scanner.string();
        var parameters = scanner.parameters();
        return new MessageComponent(scanner.since(start), name, parameters);
    }
}
