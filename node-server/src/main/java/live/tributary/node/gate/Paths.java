// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

/** What the filters must know about addresses. */
final class Paths {

    private Paths() {}

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
        return path.startsWith("/assets/") || path.equals("/brand.css") || path.equals("/favicon.ico");
    }

    /** Health and metrics, which have a port of their own that strangers do not reach. */
    private static boolean isManagement(String path) {
        return path.startsWith("/actuator");
    }

    /** A form that makes an account. */
    static boolean makesAccount(String path) {
        return path.startsWith("/claim/") || path.startsWith("/invite/");
    }

    /** A page with a form for somebody who is not logged in yet. */
    static boolean hasGuestForm(String path) {
        return makesAccount(path) || path.equals("/login") || path.startsWith("/login/");
    }
}
