// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.demo;

import live.tributary.node.accounts.Account;
import live.tributary.node.accounts.Accounts;
import live.tributary.node.accounts.Applicant;
import live.tributary.node.accounts.Password;
import live.tributary.node.accounts.Registration;
import live.tributary.node.broadcast.Channels;
import live.tributary.node.instance.Node;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.DisplayName;
import live.tributary.node.kernel.Handle;
import live.tributary.node.kernel.Secret;
import live.tributary.node.team.Founding;
import live.tributary.node.team.Hue;
import live.tributary.node.team.Mark;
import live.tributary.node.team.Member;
import live.tributary.node.team.Members;
import live.tributary.node.team.NewTeam;
import live.tributary.node.team.Team;
import live.tributary.node.team.Teams;

/** The owner and the team of the demo: made by the same front doors as anybody's, or found from the last time. */
final class DemoTeam {

    private static final Handle OWNER = new Handle("mira");
    private static final DisplayName OWNER_NAME = new DisplayName("Mira");
    private static final NewTeam TEAM =
            new NewTeam(new Handle("riverside"), new DisplayName("Riverside"), new Mark("≈"), new Hue(255));

    private final Node node;
    private final Accounts accounts;
    private final Teams teams;
    private final Members members;
    private final Channels channels;

    DemoTeam(Node node, Accounts accounts, Teams teams, Members members, Channels channels) {
        this.node = node;
        this.accounts = accounts;
        this.teams = teams;
        this.members = members;
        this.channels = channels;
    }

    DemoSeat takeSeat() {
        Account owner = node.claimed() ? accounts.owner().orElseThrow() : claim();
        Member seat = members.seatsOf(owner.id()).stream().findFirst().orElseGet(() -> found(owner));
        Team team = teams.find(seat.team()).orElseThrow();
        return new DemoSeat(owner, team, seat, channels.ofMember(seat.id()).orElseThrow());
    }

    /** Nobody needs the password: the demo prints a link that logs in. */
    private Account claim() {
        Secret token = node.issueClaimLink(Actor.SYSTEM).orElseThrow().token();
        var applicant =
                new Applicant(OWNER, OWNER_NAME, new Password(Secret.random().value()));
        return switch (accounts.claimNode(Actor.ANONYMOUS, token, applicant)) {
            case Registration.Registered(Account account) -> account;
            case Registration.Refused(var reason) ->
                throw new IllegalStateException("the demo's owner was refused: " + reason);
        };
    }

    private Member found(Account owner) {
        return switch (teams.found(new Actor.SignedIn(owner.id(), true), TEAM)) {
            case Founding.Founded(Team _, Member founder) -> founder;
            case Founding.HandleTaken() ->
                throw new IllegalStateException("the team %s is somebody else's".formatted(TEAM.handle()));
        };
    }
}
