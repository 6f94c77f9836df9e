package org.lagroups.simnet.arch;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Optional;

/** A class depends only on its own part of the house and on those below. */
final class LayerCondition extends ArchCondition<JavaClass> {

  private final Layers layers;

  LayerCondition(Layers layers) {
    super("depend only on parts below their own");
    this.layers = layers;
  }

  @Override
  public void check(JavaClass item, ConditionEvents events) {
    Optional<String> from = layers.partOf(item.getPackageName());
    if (from.isEmpty()) {
      return;
    }
    for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
      Optional<String> to = layers.partOf(dependency.getTargetClass().getPackageName());
      if (to.isPresent() && !layers.mayDepend(from.get(), to.get())) {
        events.add(
            SimpleConditionEvent.violated(
                item,
                "%s may not know %s: %s"
                    .formatted(from.get(), to.get(), dependency.getDescription())));
      }
    }
  }
}
