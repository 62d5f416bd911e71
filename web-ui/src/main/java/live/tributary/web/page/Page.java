// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

/** Everything one page shows. A template reads its record and never calls back into the house. */
public sealed interface Page
        permits ClaimPage,
                DeskRemovalsPage,
                DeskRulesPage,
                DeskTeamPage,
                DeskTeamsPage,
                DirectoryPage,
                DownstreamPage,
                DrawCheckPage,
                EmbedMissingPage,
                EmbedPage,
                ErrorPage,
                FediversePage,
                FollowPage,
                FollowingPage,
                HomePage,
                InvitationPage,
                KeysPage,
                ListedRingsPage,
                ListedTeamsPage,
                ListingPage,
                ListingRulesPage,
                LoginLinkPage,
                LoginPage,
                LookUpPage,
                MembersPage,
                ModerationPage,
                MovingPage,
                OnAirPage,
                ReportPage,
                ReportsPage,
                RingPage,
                RingsPage,
                RulesImportPage,
                SeatsPage,
                ServerRulesPage,
                ServersPage,
                SetupStreamPage,
                SetupTeamPage,
                StatementPage,
                TeamPage,
                UnclaimedPage,
                UpNextPage,
                ViewerPage {

    /** What surrounds the content: address, language, colours, who is looking. */
    Frame frame();

    /** Whether the page carries the player, which needs the looser of the two style policies. */
    default boolean hasPlayer() {
        return false;
    }

    /** Whether a form of the page may lead to another server. */
    default boolean leadsElsewhere() {
        return false;
    }

    /** Whether any site may show the page in a frame. */
    default boolean mayBeFramed() {
        return false;
    }
}
