// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.signature;

import java.util.ArrayList;
import java.util.List;

/** The string that a signature of RFC 9421 is made over (2.5). */
final class MessageBase {

    private MessageBase() {}

    /** @param authority what stands for the host, where a component shows it */
    static String of(HttpRequest request, MessageInput input, String authority) throws RefusedException {
        var base = new StringBuilder();
        for (var component : input.components()) {
            base.append(component.raw())
                    .append(": ")
                    .append(component.valueIn(request, authority))
                    .append('\n');
        }
        return base.append("\"@signature-params\": ").append(input.raw()).toString();
    }

    /** Each way in which the signer may have written the string: with a port that the scheme implies, or without. */
    static List<String> candidates(HttpRequest request, MessageInput input) throws RefusedException {
        boolean matters = input.components().stream().anyMatch(MessageComponent::showsAuthority);
        var authorities = matters
                ? request.origin().authorities()
                : List.of(request.origin().authority());
        var candidates = new ArrayList<String>();
        for (var authority : authorities) {
            candidates.add(of(request, input, authority));
        }
        return candidates;
    }
}
