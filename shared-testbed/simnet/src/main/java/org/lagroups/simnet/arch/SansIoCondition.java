package org.lagroups.simnet.arch;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Optional;

/** A class neither knows a type nor calls a method of the outside world. */
final class SansIoCondition extends ArchCondition<JavaClass> {

  SansIoCondition() {
    super("touch no socket, file, thread, clock or ambient randomness");
  }

  @Override
  public void check(JavaClass item, ConditionEvents events) {
    for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
      String target = dependency.getTargetClass().getBaseComponentType().getName();
      Optional<String> kind = OutsideWorld.kindOfType(target);
      kind.ifPresent(what -> report(item, what, dependency.getDescription(), events));
    }
    for (JavaAccess<?> access : item.getAccessesFromSelf()) {
      OutsideWorld.kindOfAccess(access)
          .ifPresent(what -> report(item, what, access.getDescription(), events));
    }
  }

  private static void report(
      JavaClass item, String kind, String description, ConditionEvents events) {
    events.add(SimpleConditionEvent.violated(item, kind + ": " + description));
  }
}
