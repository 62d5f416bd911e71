// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.accounts;

import java.time.InstantSource;
import java.util.Optional;

import org.springframework.transaction.support.TransactionOperations;

import live.tributary.node.accounts.Registration.Refused;
import live.tributary.node.accounts.Registration.Registered;
import live.tributary.node.accounts.Vetting.Fit;
import live.tributary.node.accounts.Vetting.Unfit;
import live.tributary.node.instance.Node;
import live.tributary.node.kernel.AccountId;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.Handle;
import live.tributary.node.kernel.NotAllowedException;
import live.tributary.node.kernel.Secret;

/** The people who can log in here. Safe for any thread that may block. */
public final class Accounts {

    private final AccountStore store;
    private final PasswordRules rules;
    private final PasswordHashes hashes;
    private final Node node;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    Accounts(
            AccountStore store,
            PasswordRules rules,
            PasswordHashes hashes,
            Node node,
            TransactionOperations transactions,
            InstantSource clock) {
        this.store = store;
        this.rules = rules;
        this.hashes = hashes;
        this.node = node;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Optional<Account> find(AccountId id) {
        return store.find(id);
    }

    public Optional<Account> find(Handle handle) {
        return store.find(handle);
    }

    /** The account that runs this node; empty until the node is claimed. */
    public Optional<Account> owner() {
        return node.owner().flatMap(store::find);
    }

    /** Looks at an applicant and hashes the password, which takes long: before a transaction, not inside. */
    public Vetting vet(Applicant applicant) {
        var refusal = rules.refuse(applicant.password(), applicant.handle().value());
        if (refusal.isPresent()) {
            return new Unfit(refusal.get());
        }
        return hashes.hash(applicant.password())
                .<Vetting>map(hash -> new Fit(new VettedApplicant(applicant.handle(), applicant.name(), hash)))
                .orElse(new Unfit(RegistrationRefusal.BUSY));
    }

    /** Makes an account, inside the caller's transaction.
     *  @param actor the node itself, for a module that has checked why: there is no open registration */
    public Registration register(Actor actor, VettedApplicant applicant) {
        if (!(actor instanceof Actor.NodeItself)) {
            throw new NotAllowedException(actor, "register an account");
        }
        return add(applicant, false);
    }

    /** Makes the first account and gives it the node, or does neither.
     *  @param actor anybody: the token of the claim link is the permission */
    public Registration claimNode(Actor actor, Secret claimToken, Applicant applicant) {
        if (!node.accepts(claimToken)) {
            return new Refused(RegistrationRefusal.CLAIM_OVER);
        }
        return switch (vet(applicant)) {
            case Unfit(var reason) -> new Refused(reason);
            case Fit(var vetted) -> claimNode(actor, claimToken, vetted);
        };
    }

    private Registration claimNode(Actor actor, Secret claimToken, VettedApplicant applicant) {
        return transactions.execute(transaction -> {
            var registration = add(applicant, true);
            if (registration instanceof Registered(var account) && !node.claim(actor, claimToken, account.id())) {
                transaction.setRollbackOnly();
                return new Refused(RegistrationRefusal.CLAIM_OVER);
            }
            return registration;
        });
    }

    private Registration add(VettedApplicant applicant, boolean nodeOwner) {
        var now = clock.instant();
        var account = new Account(AccountId.next(now), applicant.handle(), applicant.name(), nodeOwner);
        return store.add(account, applicant.passwordHash(), now)
                ? new Registered(account)
                : new Refused(RegistrationRefusal.HANDLE_TAKEN);
    }
}
