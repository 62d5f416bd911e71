// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

import live.tributary.web.asset.Assets;
import live.tributary.web.asset.ContentPolicy;
import live.tributary.web.text.Texts;
import live.tributary.web.view.View;

/** Turns page records into HTML. Holds no state of a request; any thread, and never blocks. */
public final class Pages {

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "live.tributary.web.template");
    private final Assets assets;
    private final ContentPolicy policy;
    /** One for each language there is. */
    private final Map<Locale, Texts> texts = new ConcurrentHashMap<>();

    public Pages(Assets assets, ContentPolicy policy) {
        this.assets = assets;
        this.policy = policy;
    }

    /** Pages with the assets of this build. */
    public static Pages load() {
        return new Pages(Assets.load(), ContentPolicy.load());
    }

    /** The whole document. */
    public String render(Page page) {
        var output = new StringOutput();
        var view = new View(
                page.frame(), assets, texts.computeIfAbsent(page.frame().locale(), Texts::of));
        templates.render(template(page), Map.of("page", page, "view", view), output);
        return output.toString();
    }

    /** The whole document in UTF-8. */
    public byte[] renderBytes(Page page) {
        return render(page).getBytes(StandardCharsets.UTF_8);
    }

    /** Value of the {@code Content-Security-Policy} header that goes with this page. */
    public String contentPolicy(Page page) {
        if (page.mayBeFramed()) {
            return policy.embedded();
        }
        if (page.leadsElsewhere()) {
            return policy.leavable();
        }
        return page.hasPlayer() ? policy.withPlayer() : policy.strict();
    }

    private static String template(Page page) {
        return switch (page) {
            case ClaimPage _ -> "page/claim.jte";
            case DeskRemovalsPage _ -> "page/desk-removals.jte";
            case DeskRulesPage _ -> "page/desk-rules.jte";
            case DeskTeamPage _ -> "page/desk-team.jte";
            case DeskTeamsPage _ -> "page/desk-teams.jte";
            case DirectoryPage _ -> "page/directory.jte";
            case DownstreamPage _ -> "page/downstream.jte";
            case DrawCheckPage _ -> "page/draw-check.jte";
            case EmbedMissingPage _ -> "page/embed-missing.jte";
            case EmbedPage _ -> "page/embed.jte";
            case ErrorPage _ -> "page/error.jte";
            case FediversePage _ -> "page/fediverse.jte";
            case FollowPage _ -> "page/follow.jte";
            case FollowingPage _ -> "page/following.jte";
            case HomePage _ -> "page/home.jte";
            case InvitationPage _ -> "page/invitation.jte";
            case KeysPage _ -> "page/keys.jte";
            case ListedRingsPage _ -> "page/listed-rings.jte";
            case ListedTeamsPage _ -> "page/listed-teams.jte";
            case ListingPage _ -> "page/listing.jte";
            case ListingRulesPage _ -> "page/listing-rules.jte";
            case LoginLinkPage _ -> "page/login-link.jte";
            case LoginPage _ -> "page/login.jte";
            case LookUpPage _ -> "page/look-up.jte";
            case MembersPage _ -> "page/members.jte";
            case ModerationPage _ -> "page/moderation.jte";
            case MovingPage _ -> "page/moving.jte";
            case OnAirPage _ -> "page/on-air.jte";
            case ReportPage _ -> "page/report.jte";
            case ReportsPage _ -> "page/reports.jte";
            case RingPage _ -> "page/ring.jte";
            case RingsPage _ -> "page/rings.jte";
            case RulesImportPage _ -> "page/rules-import.jte";
            case SeatsPage _ -> "page/seats.jte";
            case ServerRulesPage _ -> "page/server-rules.jte";
            case ServersPage _ -> "page/servers.jte";
            case SetupStreamPage _ -> "page/setup-stream.jte";
            case SetupTeamPage _ -> "page/setup-team.jte";
            case StatementPage _ -> "page/statement.jte";
            case TeamPage _ -> "page/team.jte";
            case UnclaimedPage _ -> "page/unclaimed.jte";
            case UpNextPage _ -> "page/up-next.jte";
            case ViewerPage _ -> "page/viewer.jte";
        };
    }
}
