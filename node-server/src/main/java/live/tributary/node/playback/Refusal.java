// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

/** Answers without a body. What a cache may remember of each is part of the protocol with CDNs. */
enum Refusal {
    /** Never longer than a second: the part may be about to come. */
    NOT_FOUND(404, "public, max-age=1"),
    CONTRADICTORY(400, "no-store"),
    METHOD(405, "no-store"),
    RANGE(416, "no-store"),
    /** Held as long as may be; the client asks again. */
    NOT_YET(503, "no-store");

    private final int status;
    private final String caching;

    Refusal(int status, String caching) {
        this.status = status;
        this.caching = caching;
    }

    int status() {
        return status;
    }

    String caching() {
        return caching;
    }
}
