// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import live.tributary.ingest.rtmp.amf.AmfNull;
import live.tributary.ingest.rtmp.amf.AmfObject;
import live.tributary.ingest.rtmp.amf.AmfString;
import live.tributary.ingest.rtmp.amf.AmfValue;
import live.tributary.ingest.rtmp.message.Command;

/** The sentences of our side of the conversation. */
final class Replies {
    /** The one message stream a connection has. */
    static final int STREAM = 1;

    private static final AmfNull NOTHING = new AmfNull();

    private Replies() {}

    static Command result(Command call, AmfValue properties, AmfValue information) {
        return new Command(0, "_result", call.transaction(), List.of(properties, information));
    }

    static Command result(Command call, AmfValue information) {
        return result(call, NOTHING, information);
    }

    static Command done(Command call) {
        return result(call, NOTHING);
    }

    static Command failed(Command call, String description) {
        AmfObject why = AmfObject.of(status("error", "NetConnection.Call.Failed", description));
        return new Command(0, "_error", call.transaction(), List.of(NOTHING, why));
    }

    /** What some encoders wait for after FCPublish before they go on. */
    static Command onFcPublish() {
        return fc("onFCPublish", "NetStream.Publish.Start", "FCPublish to the stream.");
    }

    static Command onFcUnpublish() {
        return fc("onFCUnpublish", "NetStream.Unpublish.Success", "FCUnpublish from the stream.");
    }

    private static Command fc(String name, String code, String description) {
        return new Command(0, name, 0, List.of(NOTHING, AmfObject.of(status("status", code, description))));
    }

    static Command publishStarted() {
        return onStatus("status", "NetStream.Publish.Start", "You are on air.");
    }

    static Command publishRefused(String description) {
        return onStatus("error", "NetStream.Publish.BadName", description);
    }

    /** For a publication that was on air and may not be any longer. */
    static Command publishDenied(String description) {
        return onStatus("error", "NetStream.Publish.Denied", description);
    }

    static Command unpublished() {
        return onStatus("status", "NetStream.Unpublish.Success", "You are off air.");
    }

    /**
     * Asks the publisher to come by a new connection (Enhanced RTMP v2, "Reconnect Request"). No {@code tcUrl}: the
     * address stays what it was.
     */
    static Command reconnectRequest(String description) {
        var status = AmfObject.of(status("status", "NetConnection.Connect.ReconnectRequest", description));
        return new Command(0, "onStatus", 0, List.of(NOTHING, status));
    }

    private static Command onStatus(String level, String code, String description) {
        return new Command(STREAM, "onStatus", 0, List.of(NOTHING, AmfObject.of(status(level, code, description))));
    }

    static Map<String, AmfValue> status(String level, String code, String description) {
        Map<String, AmfValue> status = new LinkedHashMap<>();
        status.put("level", new AmfString(level));
        status.put("code", new AmfString(code));
        status.put("description", new AmfString(description));
        return status;
    }
}
