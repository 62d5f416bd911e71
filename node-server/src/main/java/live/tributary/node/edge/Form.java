// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import org.springframework.util.MultiValueMap;

/** A form as it was sent. A controller that names this type as a parameter is handed it. */
record Form(MultiValueMap<String, String> fields) {

    /** What was typed; empty if the field was not sent. */
    String text(String name) {
        var value = fields.getFirst(name);
        return value == null ? "" : value;
    }

    /** Without the values: passwords are among them. */
    @Override
    public String toString() {
        return "Form" + fields.keySet();
    }
}
