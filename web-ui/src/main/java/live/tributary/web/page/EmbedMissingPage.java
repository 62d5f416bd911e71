// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

/** Stands in the frame of a page of others when the channel is no more. */
public record EmbedMissingPage(Frame frame) implements Page {

    @Override
    public boolean mayBeFramed() {
        return true;
    }
}
