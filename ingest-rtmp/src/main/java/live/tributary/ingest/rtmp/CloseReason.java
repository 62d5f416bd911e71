// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp;

/** Why the application closes a publication. The sentence is sent to the encoder, and some encoders show it. */
public enum CloseReason {
    REPLACED("Another encoder took over this channel."),
    KEY_REVOKED("The stream key was revoked."),
    ENDED("The broadcast was ended in the studio."),
    NOT_SUPPORTED("This node cannot carry what the encoder sends."),
    FAULT("The node made a mistake with this stream. Connect again."),
    SHUTTING_DOWN("The node is shutting down.");

    private final String description;

    CloseReason(String description) {
        this.description = description;
    }

    /** One sentence for people. */
    public String description() {
        return description;
    }
}
