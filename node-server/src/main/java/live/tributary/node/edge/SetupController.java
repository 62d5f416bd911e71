// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

import live.tributary.node.broadcast.KeyLabel;
import live.tributary.node.broadcast.StreamKeys;
import live.tributary.node.gate.Visitor;
import live.tributary.node.instance.Node;
import live.tributary.node.team.Founding;
import live.tributary.node.team.NewTeam;
import live.tributary.node.team.Teams;
import live.tributary.web.page.FieldError;
import live.tributary.web.page.FormErrors;
import live.tributary.web.page.SetupStreamPage;
import live.tributary.web.page.SetupTeamPage;
import live.tributary.web.page.TeamForm;

/** The steps of the set-up after the claim. Each can be left and found again. */
@Controller
final class SetupController {

    private static final KeyLabel FIRST_KEY = new KeyLabel("OBS");
    private static final String PROFILE = "/setup/obs-profile.zip";

    private final Teams teams;
    private final StreamKeys keys;
    private final Node node;
    private final Studio studio;
    private final EncoderWords encoders;
    private final IngestAddress ingest;
    private final Reveals reveals;
    private final Frames frames;

    SetupController(
            Teams teams,
            StreamKeys keys,
            Node node,
            Studio studio,
            EncoderWords encoders,
            IngestAddress ingest,
            Reveals reveals,
            Frames frames) {
        this.teams = teams;
        this.keys = keys;
        this.node = node;
        this.studio = studio;
        this.encoders = encoders;
        this.ingest = ingest;
        this.reveals = reveals;
        this.frames = frames;
    }

    @GetMapping("/setup/team")
    Answer teamForm(Visitor visitor) {
        return studio.unfinished(visitor) ? Answer.show(teamPage(visitor, TeamForm.empty())) : goOn(visitor);
    }

    @PostMapping("/setup/team")
    Answer team(Form form, Visitor visitor) {
        if (!studio.unfinished(visitor)) {
            return goOn(visitor);
        }
        return switch (TeamFields.read(form)) {
            case TeamFields.Bad(var again) -> Answer.again(teamPage(visitor, again));
            case TeamFields.Good(var team) -> found(team, form, visitor);
        };
    }

    private Answer found(NewTeam team, Form form, Visitor visitor) {
        return switch (teams.found(visitor.actor(), team)) {
            case Founding.HandleTaken() -> {
                var taken = FormErrors.on("handle", FieldError.HANDLE_TAKEN);
                yield Answer.again(teamPage(visitor, TeamFields.filled(form, taken)));
            }
            case Founding.Founded _ -> {
                var channel = studio.seat(visitor, "").channel().id();
                var issued = keys.issue(visitor.actor(), channel, FIRST_KEY);
                reveals.keep(
                        visitor.actor(), Reveals.Kind.STREAM_KEY, issued.key().value());
                yield Answer.goTo("/setup/stream");
            }
        };
    }

    @GetMapping("/setup/stream")
    Answer stream(Visitor visitor) {
        if (studio.unfinished(visitor)) {
            return Answer.goTo("/setup/team");
        }
        var seat = studio.seat(visitor, "");
        var channel = seat.channel().id();
        var address = visitor.transport().client();
        return Answer.show(new SetupStreamPage(
                studio.frame(visitor, "/setup/stream", seat),
                channel.value(),
                ingest.of(visitor),
                reveals.take(visitor.actor(), Reveals.Kind.STREAM_KEY),
                PROFILE,
                seat.path(),
                encoders.light(channel, address),
                encoders.refused(channel, address)));
    }

    @GetMapping(PROFILE)
    ResponseEntity<byte[]> profile(Visitor visitor) {
        studio.seat(visitor, "");
        var profile = ObsProfile.of(node.name().value(), ingest.of(visitor));
        var download = ContentDisposition.attachment()
                .filename("tributary-obs-profile.zip")
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "application/zip")
                .header(HttpHeaders.CONTENT_DISPOSITION, download.toString())
                .body(profile.zipped());
    }

    @PostMapping("/setup/done")
    Answer done(Visitor visitor) {
        studio.seat(visitor, "");
        return Answer.goTo("/studio");
    }

    /** A step that is done leads to the next one; a stranger to the log-in. */
    private Answer goOn(Visitor visitor) {
        studio.seat(visitor, "");
        return Answer.goTo("/setup/stream");
    }

    private SetupTeamPage teamPage(Visitor visitor, TeamForm form) {
        return new SetupTeamPage(frames.of(visitor, "/setup/team"), form);
    }
}
