// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

/**
 * The statement of reasons of a removal: for the team by its link, where it objects, and for the owner of the directory, who answers.
 *
 * @param words as they were typed; may be empty
 * @param appeals that wait for an answer, for the owner
 */
public record StatementPage(Frame frame, Statement statement, Task task, String words, FormErrors errors, int appeals)
        implements Page {

    /** What the reader may do. */
    public sealed interface Task {

        /** Read. */
        record Nothing() implements Task {}

        /** Object.
         *  @param path the form goes to */
        record Appeal(String path) implements Task {}

        /** Read, as the owner: everything is said. */
        record Kept() implements Task {}

        /**
         * Answer, as the owner.
         *
         * @param path the form goes to
         * @param appealed whether the team objects; else it can only be put back
         */
        record Answer(String path, boolean appealed) implements Task {}
    }

    /** Whether the owner of the directory reads it. */
    public boolean ofTheOwner() {
        return switch (task) {
            case Task.Kept _, Task.Answer _ -> true;
            case Task.Nothing _, Task.Appeal _ -> false;
        };
    }
}
