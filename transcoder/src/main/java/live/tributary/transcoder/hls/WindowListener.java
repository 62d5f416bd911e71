// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

/** Hears that a window shows more than before. */
@FunctionalInterface
public interface WindowListener {

    /** Something was published, ended or closed. Called on any thread; must return at once. */
    void changed(LiveWindow window);
}
