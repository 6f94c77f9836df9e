package org.lagroups.simnet.arch;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The rules that hold in every module. */
public final class ArchitectureRules {

  private static final String ROOT = "org.lagroups";

  /** Where the outside world may be touched; tests and their tools are not part of any program. */
  private static final String[] OUTER_PACKAGES = {
    ROOT + ".node..",
    ROOT + ".*.runtime..",
    ROOT + ".*.cli..",
    ROOT + ".wormguard.capture..",
    ROOT + ".desktop..",
    ROOT + ".simnet..",
    ROOT + ".scenarios.."
  };

  private static final String FUZZ_TEST = "com.code_intelligence.jazzer.junit.FuzzTest";

  /**
   * Modules without fuzz tests of their own: those of core are on machine's decoders too, and
   * nobody sends anything to the tools of the tests.
   */
  private static final Set<String> FUZZED_ELSEWHERE =
      Set.of(ROOT + ".machine", ROOT + ".simnet", ROOT + ".scenarios");

  private ArchitectureRules() {}

  /** All rules, each as a test on the classes of a module. */
  public static Stream<DynamicTest> testsOf(String rootPackage) {
    return testsOf(rootPackage, Map.of());
  }

  /**
   * As {@link #testsOf(String)}.
   *
   * @param notFuzzed what looks like a decoder and is none, as {@code Type.method}, with the reason
   */
  public static Stream<DynamicTest> testsOf(String rootPackage, Map<String, String> notFuzzed) {
    List<String> packages = new ArrayList<>(List.of(rootPackage));
    if (rootPackage.equals(ROOT + ".core")) {
      packages.add(ROOT + ".machine");
    }
    JavaClasses all = new ClassFileImporter().importPackages(packages);
    JavaClasses main = all.that(areNoTests());
    JavaClasses own = main.that(resideInAPackage(rootPackage + ".."));
    Stream<DynamicTest> tests =
        Stream.of(sansIo(), layers(), nullMarked(), noCycles(rootPackage))
            .map(rule -> test(rule, own));
    return FUZZED_ELSEWHERE.contains(rootPackage)
        ? tests
        : Stream.concat(
            tests,
            Stream.of(
                test(decodersAreFuzzed(new FuzzReach(all, FUZZ_TEST), notFuzzed.keySet()), main),
                test(fuzzTestsHaveSamples(), all)));
  }

  /** The classes of these packages and those below, without those of tests. */
  public static JavaClasses mainClasses(String... rootPackages) {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages(rootPackages);
  }

  /** Protocols touch no socket, file, thread, clock or ambient randomness. */
  public static ArchRule sansIo() {
    return sansIo(
        resideInAnyPackage(ROOT + "..")
            .and(resideOutsideOfPackages(OUTER_PACKAGES))
            .as("protocols and what they are made of"));
  }

  /** Dependencies point one way, and applications do not know each other. */
  public static ArchRule layers() {
    return layers(ROOT);
  }

  /** Every package says that nothing in it is null unless marked so. */
  public static ArchRule nullMarked() {
    return classes()
        .that()
        .resideInAPackage(ROOT + "..")
        .should(new NullMarkedCondition())
        .as("packages are @NullMarked")
        .because(
            "NullAway checks only what is marked; add a package-info.java that is a short guide to"
                + " the package")
        .allowEmptyShould(true);
  }

  /** The packages below {@code rootPackage} do not depend on each other in circles. */
  public static ArchRule noCycles(String rootPackage) {
    return slices()
        .assignedFrom(new PackageSlices(rootPackage))
        .should()
        .beFreeOfCycles()
        .as("packages of " + rootPackage + " do not depend on each other in circles")
        .because(
            "packages in a circle can only be understood, tested and changed together; move the"
                + " type that closes the circle, or put an interface where the need for it is")
        .allowEmptyShould(true);
  }

  /** Whatever decodes can be reached from a fuzz test. */
  static ArchRule decodersAreFuzzed(FuzzReach reach, Collection<String> notFuzzed) {
    return classes()
        .should(new FuzzedCondition(reach, notFuzzed))
        .as("a @FuzzTest reaches each decoder")
        .because(
            "what peers, files and people send may be made up by someone who means harm; write a"
                + " @FuzzTest with sound samples and a short run (org.lagroups.simnet.fuzz), or say"
                + " in the module's ArchitectureTest why it is no decoder")
        .allowEmptyShould(true);
  }

  /** A fuzz test begins with what a decoder accepts. */
  static ArchRule fuzzTestsHaveSamples() {
    return methods()
        .that()
        .areAnnotatedWith(FUZZ_TEST)
        .should()
        .beAnnotatedWith("org.junit.jupiter.params.provider.MethodSource")
        .as("fuzz tests have samples")
        .because("an engine that begins with nothing seldom gets past a decoder's first check")
        .allowEmptyShould(true);
  }

  static ArchRule sansIo(DescribedPredicate<JavaClass> scope) {
    return classes()
        .that(scope)
        .should(new SansIoCondition())
        .as("protocols touch no socket, file, thread, clock or ambient randomness")
        .because(
            "one seed has to reproduce a run byte for byte: take time, randomness, sending and"
                + " scheduling from the Environment, and put slow work behind a port in a runtime"
                + " package")
        .allowEmptyShould(true);
  }

  static ArchRule layers(String root) {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should(new LayerCondition(new Layers(root)))
        .as("dependencies point one way: machine, core, node, one application, desktop, scenarios")
        .because(
            "a protocol has to run without a node, an application without its neighbours, and"
                + " everything without a screen; what two applications share belongs to core or"
                + " node")
        .allowEmptyShould(true);
  }

  private static DynamicTest test(ArchRule rule, JavaClasses classes) {
    return DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(classes));
  }

  private static DescribedPredicate<JavaClass> areNoTests() {
    return DescribedPredicate.describe(
        "are no tests",
        type ->
            type.getSource()
                .map(source -> Location.of(source.getUri()))
                .filter(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS::includes)
                .isPresent());
  }
}
