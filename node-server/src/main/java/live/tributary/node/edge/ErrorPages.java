// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import live.tributary.node.gate.Problem;
import live.tributary.node.gate.Visitor;
import live.tributary.web.page.ErrorPage;
import live.tributary.web.page.Page;
import live.tributary.web.page.UnclaimedPage;

/** The page for a request that failed. Asks the database nothing: it may be what is broken. */
final class ErrorPages {

    private final Frames frames;

    ErrorPages(Frames frames) {
        this.frames = frames;
    }

    Page page(Problem problem, Visitor visitor) {
        var frame = frames.of(visitor, "/");
        var status = problem.kind().status();
        return switch (problem.kind()) {
            case UNCLAIMED -> new UnclaimedPage(frame);
            case NOT_FOUND, METHOD_NOT_ALLOWED -> new ErrorPage(frame, status, ErrorPage.Kind.NOT_FOUND);
            case LINK_USED_UP -> new ErrorPage(frame, status, ErrorPage.Kind.LINK_USED_UP);
            case GONE -> new ErrorPage(frame, status, ErrorPage.Kind.GONE);
            case FORBIDDEN, NOT_SIGNED_IN -> new ErrorPage(frame, status, ErrorPage.Kind.FORBIDDEN);
            case FORM_EXPIRED, CONFLICT -> new ErrorPage(frame, status, ErrorPage.Kind.FORM_EXPIRED);
            case TOO_MANY_REQUESTS -> new ErrorPage(frame, status, ErrorPage.Kind.TOO_MANY_REQUESTS);
            case NODE_BUSY -> new ErrorPage(frame, status, ErrorPage.Kind.NODE_BUSY);
            case BROKEN -> new ErrorPage(frame, status, ErrorPage.Kind.BROKEN);
            case BAD_REQUEST,
                    NOT_IMPLEMENTED,
                    NOT_ACCEPTABLE,
                    LENGTH_REQUIRED,
                    TOO_LARGE,
                    UNSUPPORTED_MEDIA_TYPE,
                    INVALID,
                    HEADERS_TOO_LARGE -> new ErrorPage(frame, status, ErrorPage.Kind.BAD_REQUEST);
        };
    }
}
