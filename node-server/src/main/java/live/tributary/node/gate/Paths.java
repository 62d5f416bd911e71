// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import java.util.stream.Collectors;

import org.springframework.http.server.PathContainer;
import org.springframework.web.server.ServerWebExchange;

/** What the filters must know about addresses. */
final class Paths {

    private static final String SLASH = "/";

    private Paths() {}

    /**
     * The path as controllers are found by it: decoded, and without the parameters behind a semicolon. So no other
     * spelling of an address walks round a filter.
     */
    static String of(ServerWebExchange exchange) {
        return exchange.getRequest().getPath().elements().stream()
                .map(Paths::spelling)
                .collect(Collectors.joining());
    }

    /** An encoded slash divides nothing, for controllers either. */
    private static String spelling(PathContainer.Element element) {
        return element instanceof PathContainer.PathSegment segment
                        && !segment.valueToMatch().contains(SLASH)
                ? segment.valueToMatch()
                : element.value();
    }

    /** Answers in JSON. */
    static boolean isApi(String path) {
        return path.startsWith("/api/");
    }

    /** Neither counted nor guarded: files, and the port that strangers do not reach. */
    static boolean isFree(String path) {
        return isFile(path) || isManagement(path);
    }

    /** The same for everybody, and cached for ever: costs nothing and shows nothing. */
    private static boolean isFile(String path) {
        return path.startsWith("/assets/") || path.equals("/brand.css") || path.startsWith("/favicon.");
    }

    /** Shown in frames of other sites, to everybody alike: what a browser brings is not asked for. */
    static boolean isEmbed(String path) {
        return path.startsWith("/@") && path.endsWith("/embed");
    }

    /** Health and metrics, which have a port of their own that strangers do not reach. */
    private static boolean isManagement(String path) {
        return path.startsWith("/actuator");
    }

    /** How a channel stands: every viewer asks for it again and again. */
    static boolean isViewersPoll(String path) {
        return path.startsWith("/api/v1/channels/");
    }

    /** What a viewer's page reports or asks to be carried on: in nobody's name, from people who are not logged in. */
    static boolean isViewersReport(String path) {
        return isViewersPoll(path) && (path.endsWith("/playback") || path.endsWith("/travel"));
    }

    /** Where other servers of the Fediverse post: in nobody's name but their own, which their signatures prove. */
    static boolean isInbox(String path) {
        return path.startsWith("/ap/") && path.endsWith("/inbox");
    }

    /** A form that makes an account. */
    static boolean makesAccount(String path) {
        return path.startsWith("/claim/") || path.startsWith("/invite/");
    }

    /** Forms that take a list, of servers or of rules, which may be long. */
    static boolean takesList(String path) {
        return path.equals("/studio/servers/rules/import")
                || path.equals("/studio/servers/rules/apply")
                || path.equals("/directory/desk/rules");
    }

    /** A form that has the node ask another server, which a stranger names. */
    static boolean asksElsewhere(String path) {
        return path.startsWith("/@") && path.endsWith("/follow");
    }

    /** Where a team that was taken off a directory objects: its people have no account here. */
    private static boolean isStatement(String path) {
        return path.startsWith("/directory/statements/");
    }

    /** A page with a form for somebody who is not logged in yet. */
    static boolean hasGuestForm(String path) {
        return makesAccount(path)
                || asksElsewhere(path)
                || isStatement(path)
                || path.equals("/login")
                || path.startsWith("/login/");
    }
}
