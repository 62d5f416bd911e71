// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.session;

import java.util.List;
import java.util.stream.Stream;

import live.tributary.ingest.rtmp.amf.AmfObject;
import live.tributary.ingest.rtmp.message.Command;

/** The status objects in a server's commands, as "code: description". */
final class Statuses {
    private Statuses() {}

    static List<String> of(List<Command> commands) {
        return commands.stream().flatMap(Statuses::status).toList();
    }

    private static Stream<String> status(Command command) {
        return command.arguments().stream()
                .filter(AmfObject.class::isInstance)
                .map(AmfObject.class::cast)
                .flatMap(object -> object.text("code").stream()
                        .map(code -> code + ": " + object.text("description").orElse("")));
    }
}
