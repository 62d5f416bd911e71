// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.moving;

/** What came of a wish that has to do with an account elsewhere. */
public sealed interface MoveOutcome {

    record Done() implements MoveOutcome {}

    /** Nothing was changed. */
    record Refused(Obstacle why) implements MoveOutcome {}
}
