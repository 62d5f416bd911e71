// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.stills;

/** The sizes in which others may have a still, whatever the shape of the stream: 16 to 9, with black beside it. */
public enum StillSize {
    SMALL(640, 360),
    LARGE(1_280, 720);

    private final int width;
    private final int height;

    StillSize(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** In pixels. */
    public int width() {
        return width;
    }

    /** In pixels. */
    public int height() {
        return height;
    }
}
