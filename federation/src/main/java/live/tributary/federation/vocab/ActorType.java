// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

/** What kind of actor somebody is. */
public enum ActorType {
    PERSON,
    GROUP,
    APPLICATION,
    SERVICE,
    ORGANIZATION
}
