// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.net.URI;
import java.util.List;

import org.springframework.http.ResponseCookie;

import live.tributary.web.page.Page;

/** What a page's controller answers. */
sealed interface Answer {

    /** A page. */
    record Show(Page page, int status) implements Answer {}

    /** A page whose own address is a secret: no cache keeps it, and no other server learns where a reader comes from. */
    record Secret(Page page, int status) implements Answer {}

    /**
     * Go and look there (303): what follows every form that did something, so that a reload does not send it again.
     *
     * @param path on this node, beginning with a slash
     * @param cookies given to the browser on the way
     */
    record GoTo(String path, List<ResponseCookie> cookies) implements Answer {
        public GoTo {
            cookies = List.copyOf(cookies);
        }
    }

    /**
     * Go on elsewhere (303), to a page of another server that the visitor named.
     *
     * @param page absolute
     */
    record Leave(URI page) implements Answer {}

    static Answer show(Page page) {
        return new Show(page, 200);
    }

    static Answer secret(Page page) {
        return new Secret(page, 200);
    }

    /** The form comes back with what was wrong in it. */
    static Answer again(Page page) {
        return new Show(page, 422);
    }

    static Answer leave(URI page) {
        return new Leave(page);
    }

    static Answer goTo(String path) {
        return new GoTo(path, List.of());
    }

    static Answer goTo(String path, ResponseCookie cookie) {
        return new GoTo(path, List.of(cookie));
    }
}
