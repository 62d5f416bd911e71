// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** For a class {@code X} there is a class {@code XTest} beside it. */
final class HaveATestOfTheirOwn extends ArchCondition<JavaClass> {

    HaveATestOfTheirOwn() {
        super("have a test of their own");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        var hasTest = type.getPackage().containsClassWithSimpleName(type.getSimpleName() + "Test");
        if (!hasTest) {
            events.add(SimpleConditionEvent.violated(type, "%s has no %1$sTest".formatted(type.getSimpleName())));
        }
    }
}
