package org.lagroups.desktop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lagroups.desktop.screen.Place;
import org.lagroups.simnet.arch.ArchitectureRules;

class ArchitectureTest {

  private static final String ROOT = "org.lagroups.desktop";

  private final JavaClasses main = ArchitectureRules.mainClasses(ROOT);

  @TestFactory
  Stream<DynamicTest> keepsTheRules() {
    return ArchitectureRules.testsOf(ROOT);
  }

  @Test
  void viewModelsTouchNoControl() {
    ArchRule rule =
        noClasses()
            .that()
            .haveSimpleNameEndingWith("Model")
            .or()
            .resideInAPackage(ROOT + ".link..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..", "javafx.stage..", "atlantafx..", "org.kordamp..")
            .because("they are tested without a screen");
    rule.check(main);
  }

  @Test
  void theNodeIsKnownByItsControlApiAlone() {
    ArchRule rule =
        noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + ".start..", ROOT + ".cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "org.lagroups.node.process..",
                "org.lagroups.node.runtime..",
                "org.lagroups.node.state..",
                "org.lagroups.node.transport..",
                "org.lagroups.node.embed..",
                "org.lagroups.*.runtime..")
            .because("the client has to work with a node of another process and machine as well");
    rule.check(main);
  }

  @Test
  void screensDoNotKnowEachOther() {
    List<String> places = Stream.of(Place.values()).map(one -> ROOT + "." + one.key()).toList();
    for (String place : places) {
      String[] others = places.stream().filter(one -> !one.equals(place)).toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage(place + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(others)
          .allowEmptyShould(true)
          .because("what two of them share belongs to the package screen or link")
          .check(main);
    }
  }
}
