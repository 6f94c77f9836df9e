package org.lagroups.simnet.seed;

import java.lang.StackWalker.StackFrame;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** Writes the one command that runs a failed test again with the same seed. */
public final class ReplayCommand {

  /** The test on whose behalf this thread runs, where the test method itself is on another one. */
  private static final ScopedValue<String> ON_BEHALF_OF = ScopedValue.newInstance();

  private ReplayCommand() {}

  /**
   * The command for the test method that is running on this thread: the module is the folder that
   * Maven runs tests in, the test is found on the call stack of the thread that began it.
   */
  public static String forRunningTest(long seed) {
    Path folder = Path.of(System.getProperty("basedir", System.getProperty("user.dir", "")));
    Path module = folder.getFileName();
    String test = runningTest().orElse("TEST");
    return "./lag test --module %s --only %s --seed %d".formatted(module, test, seed);
  }

  /** The test whose method is running on this thread, or on whose behalf this thread works. */
  static Optional<String> runningTest() {
    if (ON_BEHALF_OF.isBound()) {
      return Optional.of(ON_BEHALF_OF.get());
    }
    return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
        .walk(frames -> frames.flatMap(frame -> testOf(frame).stream()).findFirst());
  }

  /** Does something on this thread on behalf of a test, if there is one. */
  static void runAs(Optional<String> test, Runnable action) {
    test.ifPresentOrElse(name -> ScopedValue.where(ON_BEHALF_OF, name).run(action), action);
  }

  private static Optional<String> testOf(StackFrame frame) {
    Class<?> type = frame.getDeclaringClass();
    boolean isTest =
        Arrays.stream(type.getDeclaredMethods())
            .filter(method -> method.getName().equals(frame.getMethodName()))
            .anyMatch(method -> AnnotationSupport.isAnnotated(method, Testable.class));
    return isTest
        ? Optional.of(quoted(nameWithinPackage(type) + "#" + frame.getMethodName()))
        : Optional.empty();
  }

  /** The name of a nested class has a dollar sign, which the shell would take for its own. */
  private static String quoted(String name) {
    return name.indexOf('$') < 0 ? name : "'" + name + "'";
  }

  private static String nameWithinPackage(Class<?> type) {
    return type.getName().substring(type.getPackageName().length() + 1);
  }
}
