// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

import org.springframework.util.MultiValueMap;

import live.tributary.node.gate.Problem;

/** A form as it was sent. A controller that names this type as a parameter is handed it. */
record Form(MultiValueMap<String, String> fields) {

    /** What was typed; empty if the field was not sent. */
    String text(String name) {
        var value = fields.getFirst(name);
        return value == null ? "" : value;
    }

    /** What was chosen of several; empty if nothing was. */
    List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /** The address of something elsewhere, as the page wrote it into the form. */
    URI address(String name) {
        return toAddress(text(name));
    }

    /** The same of what stands in the address of a page. */
    static URI toAddress(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException changed) {
            throw Problem.of(Problem.Kind.BAD_REQUEST).because("the form names no address");
        }
    }

    /** Whether a box was ticked. */
    boolean ticked(String name) {
        return !text(name).isEmpty();
    }

    /** Without the values: passwords are among them. */
    @Override
    public String toString() {
        return "Form" + fields.keySet();
    }
}
