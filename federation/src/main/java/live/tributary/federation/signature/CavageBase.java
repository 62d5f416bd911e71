// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The string that a signature of draft-cavage-12 is made over (2.3): one line for each covered name. */
final class CavageBase {

    static final String REQUEST_TARGET = "(request-target)";
    static final String CREATED = "(created)";
    static final String EXPIRES = "(expires)";
    static final String HOST = "host";
    static final String DATE = "date";

    private CavageBase() {}

    /**
     * @param target the request target, or what the signer took for it
     * @param authority what stands for {@code host}
     */
    static String of(
            HttpRequest request, List<String> names, CavageParameters parameters, String target, String authority)
            throws RefusedException {
        var lines = new ArrayList<String>();
        for (var name : names) {
            lines.add(name + ": " + value(request, name, parameters, target, authority));
        }
        return String.join("\n", lines);
    }

    /** Each way in which the signer may have written the string: with the query or without, with the port or without. */
    static List<String> candidates(HttpRequest request, List<String> names, CavageParameters parameters)
            throws RefusedException {
        var targets = request.query().isPresent() && names.contains(REQUEST_TARGET)
                ? List.of(request.target(), request.path())
                : List.of(request.target());
        var authorities = names.contains(HOST)
                ? request.origin().authorities()
                : List.of(request.origin().authority());
        var candidates = new ArrayList<String>();
        for (var authority : authorities) {
            for (var target : targets) {
                candidates.add(of(request, names, parameters, target, authority));
            }
        }
        return candidates;
    }

    private static String value(
            HttpRequest request, String name, CavageParameters parameters, String target, String authority)
            throws RefusedException {
        return switch (name) {
            case REQUEST_TARGET -> request.method().toLowerCase(Locale.ROOT) + " " + target;
            case CREATED -> parameters.required("created");
            case EXPIRES -> parameters.required("expires");
            case HOST -> authority;
            default ->
                request.headers()
                        .combined(name)
                        .orElseThrow(() -> new RefusedException(
                                RefusalReason.COMPONENT_MISSING, "the signed field %s is not there".formatted(name)));
        };
    }
}
