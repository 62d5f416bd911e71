// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kernel;

/** The actor may not do this. A page does not offer it, so that it is an error and not an answer.
 *  <p>The message is for the log; a user reads a sentence of the page's own. */
public final class NotAllowedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotAllowedException(Actor actor, String deed) {
        super("%s may not %s".formatted(actor, deed));
    }
}
