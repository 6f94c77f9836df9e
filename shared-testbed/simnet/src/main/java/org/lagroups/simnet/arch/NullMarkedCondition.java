package org.lagroups.simnet.arch;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** A class is in a package that is marked, unless the protobuf compiler wrote that package. */
final class NullMarkedCondition extends ArchCondition<JavaClass> {

  NullMarkedCondition() {
    super("be in a package that is @NullMarked");
  }

  @Override
  public void check(JavaClass item, ConditionEvents events) {
    JavaPackage home = item.getPackage();
    if (!home.isAnnotatedWith(NullMarked.class) && !isGenerated(home)) {
      events.add(
          SimpleConditionEvent.violated(
              item, "%s is in %s, which is not @NullMarked".formatted(item, home.getName())));
    }
  }

  /** Whether the protobuf compiler wrote a package. */
  static boolean isGenerated(JavaPackage home) {
    return home.getClasses().stream()
        .flatMap(type -> type.getAllRawSuperclasses().stream())
        .anyMatch(type -> type.getName().startsWith("com.google.protobuf.Generated"));
  }
}
