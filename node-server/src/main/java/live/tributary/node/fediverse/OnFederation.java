// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Whether other servers could find this node: its public address is https, as every one of them demands, or a test on
 * loopback asks for it all the same.
 */
public final class OnFederation extends SpringBootCondition {

    static final String ADDRESS = "tributary.instance.public-address";
    static final String TEST_SWITCH = "tributary.fediverse.test-loopback";

    /** In any case (RFC 3986, 3.1). */
    private static final String HTTPS = "https://";

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return new ConditionOutcome(
                holds(context.getEnvironment()), "the public address is https, or a test is on loopback");
    }

    static boolean holds(Environment environment) {
        var address = environment.getProperty(ADDRESS, "").strip();
        return address.regionMatches(true, 0, HTTPS, 0, HTTPS.length())
                || environment.getProperty(TEST_SWITCH, Boolean.class, false);
    }
}
