// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.util.List;

/**
 * Where somebody of a team tells the operators of another server about somebody there.
 *
 * @param account how the form names whom it is about
 * @param host their server, which is told
 * @param replies what they wrote and is told with it; none, or one
 * @param words what was typed; empty before
 */
public record ReportPage(
        Frame frame,
        TeamBadge team,
        Person member,
        String account,
        RemotePerson about,
        String host,
        List<Reply> replies,
        String words,
        FormErrors errors)
        implements Page {

    public ReportPage {
        replies = List.copyOf(replies);
    }
}
