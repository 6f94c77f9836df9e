package org.lagroups.simnet.arch;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureRulesTest {

  private static final String FIXTURE = "org.lagroups.simnet.arch.fixture";
  private static final JavaClasses FIXTURES = new ClassFileImporter().importPackages(FIXTURE);
  private static final String OUTSIDE = FIXTURE + ".outside.Outsiders$";

  private static final String DECODING = FIXTURE + ".decoding";

  static Stream<JavaClass> outsiders() {
    return FIXTURES.stream()
        .filter(type -> type.getName().startsWith(OUTSIDE))
        .filter(type -> !type.getName().startsWith(OUTSIDE + "Insider"));
  }

  @ParameterizedTest
  @MethodSource("outsiders")
  void sansIoRefuses(JavaClass outsider) {
    EvaluationResult result = evaluate(ArchitectureRules.sansIo(alwaysTrue()), outsider.getName());
    assertThat(result.hasViolation()).isTrue();
    assertThat(result.getFailureReport().toString())
        .contains("because one seed has to reproduce a run")
        .contains(outsider.getSimpleName());
  }

  @Test
  void sansIoAllowsSeedsAndAdapters() {
    assertThat(violations(ArchitectureRules.sansIo(alwaysTrue()), OUTSIDE + "Insider")).isEmpty();
  }

  @Test
  void layersNameThePartsThatMayNotKnowEachOther() {
    List<String> violations =
        violations(ArchitectureRules.layers(FIXTURE + ".house"), FIXTURE + ".house");
    Stream.of("core may not know node", "node may not know scenarios")
        .forEach(what -> assertThat(violations).anyMatch(line -> line.startsWith(what)));
    assertThat(violations)
        .anyMatch(line -> line.startsWith("fileshare may not know multicast"))
        .noneMatch(line -> line.startsWith("scenarios"))
        .noneMatch(line -> line.startsWith("multicast"));
  }

  @Test
  void refusesDecodersThatNoFuzzTestReaches() {
    assertThat(violations(decodersAreFuzzed(List.of("ByCall.forgottenNumber")), DECODING))
        .hasSize(3)
        .anyMatch(line -> line.contains("forgottenReference") && line.contains("parseInt"))
        .anyMatch(line -> line.contains("forgottenInALambda") && line.contains("Base64"))
        .anyMatch(line -> line.contains("parseForgotten") && line.contains("is called so"));
  }

  @Test
  void refusesExcusesForWhatNeedsNone() {
    assertThat(violations(decodersAreFuzzed(List.of("Reached.read")), DECODING))
        .hasSize(5)
        .anyMatch(line -> line.contains("Reached.read, or it decodes nothing"));
  }

  @Test
  void refusesPackagesThatAreNotNullMarked() {
    assertThat(violations(ArchitectureRules.nullMarked(), FIXTURE))
        .singleElement()
        .asString()
        .contains(FIXTURE + ".unmarked, which is not @NullMarked");
  }

  @Test
  void refusesPackagesInACircle() {
    String root = FIXTURE + ".circle";
    assertThat(violations(ArchitectureRules.noCycles(root), root))
        .singleElement()
        .asString()
        .contains("Cycle detected");
    assertThat(violations(ArchitectureRules.noCycles(FIXTURE + ".outside"), FIXTURE)).isEmpty();
  }

  @Test
  void mainClassesLeaveTestsOut() {
    assertThat(ArchitectureRules.mainClasses("org.lagroups.simnet"))
        .extracting(JavaClass::getSimpleName)
        .contains("Simulation")
        .doesNotContain("ArchitectureRulesTest");
  }

  private static ArchRule decodersAreFuzzed(List<String> excuses) {
    return ArchitectureRules.decodersAreFuzzed(
        new FuzzReach(FIXTURES, DECODING + ".Fuzzed"), excuses);
  }

  private static List<String> violations(ArchRule rule, String prefix) {
    return evaluate(rule, prefix).getFailureReport().getDetails();
  }

  private static EvaluationResult evaluate(ArchRule rule, String prefix) {
    return rule.evaluate(
        FIXTURES.that(
            DescribedPredicate.describe(prefix, type -> type.getName().startsWith(prefix))));
  }
}
