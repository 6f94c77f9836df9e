package org.lagroups.simnet.arch;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Every decoder of a class can be reached from a fuzz test, but for some, which have to exist. */
final class FuzzedCondition extends ArchCondition<JavaClass> {

  private final FuzzReach reach;
  private final Set<String> notFuzzed;
  private final Set<String> needless;

  /**
   * For one check.
   *
   * @param notFuzzed methods, as {@code Type.method}, that look like decoders and are none
   */
  FuzzedCondition(FuzzReach reach, Collection<String> notFuzzed) {
    super("have a fuzz test for each decoder");
    this.reach = reach;
    this.notFuzzed = Set.copyOf(notFuzzed);
    this.needless = new HashSet<>(notFuzzed);
  }

  @Override
  public void check(JavaClass item, ConditionEvents events) {
    if (NullMarkedCondition.isGenerated(item.getPackage())) {
      return;
    }
    for (JavaCodeUnit code : item.getCodeUnits()) {
      RawReading.in(code)
          .filter(_ -> !reach.contains(code) && !isExcused(code))
          .ifPresent(why ->
              report(
                  item,
                  "no @FuzzTest reaches %s: it %s".formatted(code.getFullName(), why),
                  events));
    }
  }

  @Override
  public void finish(ConditionEvents events) {
    needless.stream()
        .sorted()
        .map(name ->
            "a fuzz test reaches %s, or it decodes nothing: it needs no excuse".formatted(name))
        .forEach(line -> events.add(SimpleConditionEvent.violated(line, line)));
  }

  private boolean isExcused(JavaCodeUnit code) {
    String name = code.getOwner().getSimpleName() + "." + code.getName();
    needless.remove(name);
    return notFuzzed.contains(name);
  }

  private static void report(JavaClass item, String what, ConditionEvents events) {
    events.add(SimpleConditionEvent.violated(item, what));
  }
}
