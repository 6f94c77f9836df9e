package org.lagroups.simnet.arch;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The code that fuzz tests can reach by calls. A call of a method that is declared in a supertype
 * may go to any implementation of it.
 */
final class FuzzReach {

  private final JavaClasses classes;
  private final Set<String> reached = new HashSet<>();
  private final Deque<JavaCodeUnit> waiting = new ArrayDeque<>();

  /**
   * Follows the calls.
   *
   * @param classes those of a module and its tests
   * @param fuzzTest the name of the annotation of fuzz tests
   */
  FuzzReach(JavaClasses classes, String fuzzTest) {
    this.classes = classes;
    classes.stream()
        .flatMap(type -> type.getMethods().stream())
        .filter(method -> method.isAnnotatedWith(fuzzTest))
        .forEach(this::reach);
    while (!waiting.isEmpty()) {
      follow(waiting.remove());
    }
  }

  boolean contains(JavaCodeUnit code) {
    return reached.contains(code.getFullName());
  }

  private void reach(JavaCodeUnit code) {
    if (classes.contain(code.getOwner().getName()) && reached.add(code.getFullName())) {
      waiting.add(code);
    }
  }

  private void follow(JavaCodeUnit code) {
    JavaClass owner = code.getOwner();
    owner.getStaticInitializer().ifPresent(this::reach);
    if (code.isConstructor()) {
      owner.getMethods().stream().filter(this::isCalledByOthers).forEach(this::reach);
    }
    Stream.concat(
            code.getCallsFromSelf().stream().map(call -> call.getTarget()),
            Stream.concat(
                code.getMethodReferencesFromSelf().stream().map(call -> call.getTarget()),
                code.getConstructorReferencesFromSelf().stream().map(call -> call.getTarget())))
        .forEach(this::followCall);
  }

  /** Whether a library, which is not followed, may call a method of an object it was given. */
  private boolean isCalledByOthers(JavaMethod method) {
    String[] parameters = names(method.getRawParameterTypes());
    return method.getOwner().getAllRawSuperclasses().stream()
            .anyMatch(type -> declares(type, method.getName(), parameters))
        || method.getOwner().getAllRawInterfaces().stream()
            .anyMatch(type -> declares(type, method.getName(), parameters));
  }

  private boolean declares(JavaClass type, String name, String[] parameters) {
    return !classes.contain(type.getName()) && type.tryGetMethod(name, parameters).isPresent();
  }

  private void followCall(CodeUnitAccessTarget target) {
    target.resolveMember().ifPresent(this::reach);
    String[] parameters = names(target.getRawParameterTypes());
    target.getOwner().getAllSubclasses().stream()
        .filter(type -> classes.contain(type.getName()))
        .map(type -> type.tryGetMethod(target.getName(), parameters))
        .flatMap(Optional::stream)
        .forEach(this::reach);
  }

  private static String[] names(List<JavaClass> types) {
    return types.stream().map(JavaClass::getName).toArray(String[]::new);
  }
}
