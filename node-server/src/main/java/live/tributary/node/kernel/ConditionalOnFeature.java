// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.annotation.Conditional;

/** Stands on the auto-configuration of a module that can be switched off: {@code tributary.features.<name>=false}
 *  leaves no beans, no routes and no threads of it. Its tables and data stay. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(OnFeatureCondition.class)
public @interface ConditionalOnFeature {

    /** The feature's name, as in {@code tributary.features.<name>}. */
    String value();

    /** Every feature it cannot be without, those that these need included: one of them off, and it is off too. */
    String[] needs() default {};

    /** Whether it is on where nobody said anything. */
    boolean onByDefault() default true;
}
