// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node;

import java.util.HashSet;
import java.util.Set;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import live.tributary.node.kernel.Actor;

/** A public method of a front door that reaches a changing statement of its module's stores takes an {@link Actor}. */
final class TakeAnActorToChange extends ArchCondition<JavaClass> {

    /** Looking a session up notes that it was used: nobody acts, somebody only shows a cookie. */
    private static final String SHOWS_A_COOKIE = "live.tributary.node.accounts.Sessions.find";

    TakeAnActorToChange() {
        super("take an Actor in each public method that changes what is stored");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        if (!type.getModifiers().contains(JavaModifier.PUBLIC)) {
            return;
        }
        type.getMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(method -> !method.getFullName().startsWith(SHOWS_A_COOKIE))
                .filter(method -> !takesAnActor(method))
                .filter(method -> changes(method, new HashSet<>()))
                .forEach(method -> events.add(SimpleConditionEvent.violated(
                        method, method.getFullName() + " changes what is stored and takes no Actor")));
    }

    private static boolean takesAnActor(JavaMethod method) {
        return method.getRawParameterTypes().stream().anyMatch(type -> type.isAssignableTo(Actor.class));
    }

    /** Follows calls inside the module: a call to another module's front door is checked over there. */
    private static boolean changes(JavaMethod method, Set<JavaMethod> seen) {
        if (!seen.add(method)) {
            return false;
        }
        return method.getMethodCallsFromSelf().stream()
                .anyMatch(call -> isUpdate(call)
                        || call.getTarget()
                                .resolveMember()
                                .filter(called ->
                                        called.getOwner().getPackageName().equals(packageOf(method)))
                                .filter(called -> changes(called, seen))
                                .isPresent());
    }

    private static boolean isUpdate(JavaAccess<?> call) {
        return call.getTargetOwner().getName().startsWith("org.springframework.jdbc.core.simple.JdbcClient")
                && call.getName().equals("update");
    }

    private static String packageOf(JavaMethod method) {
        return method.getOwner().getPackageName();
    }
}
