// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.http;

/** Why the guarded client did not go where it was asked to go. */
public enum Refusal {
    /** No scheme, no host, a user name in it, or letters that a host cannot have. */
    NOT_AN_ADDRESS("is not a web address"),
    /** Only https, so that nobody on the way answers in another's name. */
    NOT_HTTPS("is not https"),
    /** Any other port may be a service of ours or of a neighbour that was never meant for the web. */
    OTHER_PORT("names a port other than 443"),
    /** Servers on the Fediverse have names; a number is how a stranger points at a machine inside. */
    NUMBER_FOR_A_HOST("names a number instead of a host"),
    /** A name without a dot is a machine of the local network. */
    LOCAL_NAME("names a host without a domain"),
    /** At least one address of the name is private, local, or reserved. */
    FORBIDDEN_ADDRESS("leads to an address that is not public"),
    /** The operator does not want to have to do with this server. */
    SHUNNED("is on a server that this node does not talk to"),
    /** More than the hops that this kind of fetch may take. */
    TOO_MANY_REDIRECTS("was redirected too often"),
    /** A key, or anything else that must come from its own server, was redirected to another. */
    REDIRECT_TO_ANOTHER_SERVER("was redirected to another server"),
    /** The activity that made us look has caused as many fetches as one may. */
    BUDGET_SPENT("is one fetch too many for one activity");

    private final String words;

    Refusal(String words) {
        this.words = words;
    }

    /** What the operator reads after the address, for example "is not https". */
    public String words() {
        return words;
    }
}
