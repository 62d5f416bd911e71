// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.team;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.node.accounts.Account;
import live.tributary.node.accounts.Accounts;
import live.tributary.node.accounts.Applicant;
import live.tributary.node.accounts.Registration;
import live.tributary.node.accounts.VettedApplicant;
import live.tributary.node.accounts.Vetting;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.InvitationId;
import live.tributary.node.kernel.MemberId;
import live.tributary.node.kernel.NotAllowedException;
import live.tributary.node.kernel.Secret;
import live.tributary.node.kernel.TeamId;
import live.tributary.node.team.Acceptance.Accepted;
import live.tributary.node.team.Acceptance.Over;
import live.tributary.node.team.Acceptance.Refused;

/** How people become members: by a link that works once. Safe for any thread that may block. */
public final class Invitations {

    private final InvitationStore invitations;
    private final Members members;
    private final MemberStore seats;
    private final Accounts accounts;
    private final Duration validity;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Invitations(
            InvitationStore invitations,
            Members members,
            MemberStore seats,
            Accounts accounts,
            Duration validity,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.invitations = invitations;
        this.members = members;
        this.seats = seats;
        this.accounts = accounts;
        this.validity = validity;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** Offers one seat to whoever gets the link.
     *  @param actor an owner of the team */
    public IssuedInvitation issue(Actor actor, TeamId team) {
        require(actor, team);
        var now = clock.instant();
        var invitation = new Invitation(InvitationId.next(now), team, now, now.plus(validity));
        var token = Secret.random();
        invitations.add(invitation, token.hash());
        return new IssuedInvitation(invitation, token);
    }

    /** The open invitation of a link; empty where it was used or revoked, is too old, or never was one. */
    public Optional<Invitation> find(Secret token) {
        return invitations.find(token.hash(), clock.instant());
    }

    /** What an owner has handed out and nobody used yet, the latest first.
     *  @param actor an owner of the team */
    public List<Invitation> open(Actor actor, TeamId team) {
        require(actor, team);
        return invitations.openOf(team, clock.instant());
    }

    /** Makes an open invitation worthless; false where there is none.
     *  @param actor an owner of its team */
    public boolean revoke(Actor actor, InvitationId id) {
        var invitation = invitations.find(id, clock.instant());
        invitation.ifPresent(found -> require(actor, found.team()));
        return invitation.isPresent() && invitations.close(id, clock.instant());
    }

    /** Makes an account and a seat for a new person, and uses the invitation up: all of it or nothing.
     *  @param actor anybody: the token is the permission */
    @SuppressWarnings("unused") // an actor on every door that changes something
    public Acceptance accept(Actor actor, Secret token, Applicant applicant) {
        if (find(token).isEmpty()) {
            return new Over();
        }
        return switch (accounts.vet(applicant)) {
            case Vetting.Unfit(var reason) -> new Refused(reason);
            case Vetting.Fit(var vetted) -> transactions.execute(_ -> accept(token, vetted));
        };
    }

    private Acceptance accept(Secret token, VettedApplicant applicant) {
        // Of two uses at once, the second waits here until the first has closed the invitation.
        var invitation = invitations.lock(token.hash(), clock.instant());
        if (invitation.isEmpty()) {
            return new Over();
        }
        return switch (accounts.register(Actor.SYSTEM, applicant)) {
            case Registration.Refused(var reason) -> new Refused(reason);
            case Registration.Registered(var account) -> seat(invitation.get(), account);
        };
    }

    private Acceptance seat(Invitation invitation, Account account) {
        var now = clock.instant();
        var member = new Member(
                MemberId.next(now),
                invitation.team(),
                account.id(),
                account.handle(),
                account.name(),
                Role.STREAMER,
                now);
        seats.add(member);
        invitations.close(invitation.id(), now);
        events.publishEvent(new MemberJoined(member.id(), member.team(), now));
        return new Accepted(member);
    }

    private void require(Actor actor, TeamId team) {
        if (!members.mayManage(actor, team)) {
            throw new NotAllowedException(actor, "manage invitations of team " + team);
        }
    }
}
