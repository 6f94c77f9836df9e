package org.lagroups.simnet.arch;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaConstructor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a deterministic program cannot use: types by name, and single methods of others. */
final class OutsideWorld {

  private static final String CLOCK = "clock";
  private static final String RANDOMNESS = "ambient randomness";

  private static final Map<String, Pattern> TYPES = types();

  private static final Map<String, Set<String>> CLOCK_METHODS =
      Map.of(
          "java.lang.System", Set.of("currentTimeMillis", "nanoTime"),
          "java.time.Clock",
              Set.of(
                  "system",
                  "systemUTC",
                  "systemDefaultZone",
                  "tickMillis",
                  "tickSeconds",
                  "tickMinutes"),
          "java.time.InstantSource", Set.of("system"));

  private static final Map<String, Set<String>> RANDOM_METHODS =
      Map.of(
          "java.lang.Math", Set.of("random"),
          "java.lang.StrictMath", Set.of("random"),
          "java.util.UUID", Set.of("randomUUID"),
          "java.security.SecureRandom", Set.of("getInstance", "getInstanceStrong"),
          "java.util.random.RandomGenerator", Set.of("getDefault", "of"),
          "java.util.random.RandomGeneratorFactory", Set.of("getDefault", "create"));

  private static final Set<String> SELF_SEEDING =
      Set.of(
          "java.util.Random",
          "java.util.SplittableRandom",
          "java.util.Date",
          "java.security.SecureRandom");

  private OutsideWorld() {}

  /** What kind of thing a type is that no protocol may know. */
  static Optional<String> kindOfType(String name) {
    return TYPES.entrySet().stream()
        .filter(entry -> entry.getValue().matcher(name).matches())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** What kind of thing a call is that no protocol may make. */
  static Optional<String> kindOfAccess(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getName();
    if (CLOCK_METHODS.getOrDefault(owner, Set.of()).contains(name)
        || (owner.startsWith("java.time.") && name.equals("now"))) {
      return Optional.of(CLOCK);
    }
    if (RANDOM_METHODS.getOrDefault(owner, Set.of()).contains(name)
        || isSelfSeeding(access, owner, name)
        || isUnseededShuffle(access, owner, name)) {
      return Optional.of(RANDOMNESS);
    }
    return Optional.empty();
  }

  /** A constructor without a seed; not as the first step of a subclass that draws elsewhere. */
  private static boolean isSelfSeeding(JavaAccess<?> access, String owner, String name) {
    return SELF_SEEDING.contains(owner)
        && name.equals(JavaConstructor.CONSTRUCTOR_NAME)
        && parameterCount(access) == 0
        && !access.getOriginOwner().isAssignableTo(owner);
  }

  private static boolean isUnseededShuffle(JavaAccess<?> access, String owner, String name) {
    return owner.equals("java.util.Collections")
        && name.equals("shuffle")
        && parameterCount(access) == 1;
  }

  private static int parameterCount(JavaAccess<?> access) {
    return access.getTarget() instanceof CodeUnitAccessTarget target
        ? target.getRawParameterTypes().size()
        : 0;
  }

  private static Map<String, Pattern> types() {
    Map<String, Pattern> types = new LinkedHashMap<>();
    types.put(
        "socket",
        Pattern.compile(
            "java\\.net\\.(.*Socket.*|InetAddress|Inet.Address|InetSocketAddress|NetworkInterface"
                + "|URLConnection|HttpURLConnection|http\\..*)"
                + "|java\\.nio\\.channels\\..*|io\\.netty\\..*|com\\.sun\\.net\\.httpserver\\..*"));
    types.put(
        "file", Pattern.compile("java\\.io\\.(File.*|RandomAccessFile)|java\\.nio\\.file\\..*"));
    types.put(
        "thread",
        Pattern.compile(
            "java\\.lang\\.Thread(\\$.*)?|java\\.util\\.Timer(Task)?"
                + "|java\\.util\\.concurrent\\.(.*Executor.*|.*Future.*|ForkJoin.*"
                + "|CompletionStage|Thread(?!LocalRandom).*|StructuredTaskScope.*"
                + "|CountDownLatch|CyclicBarrier|Phaser|Semaphore|Exchanger)"));
    types.put(RANDOMNESS, Pattern.compile("java\\.util\\.concurrent\\.ThreadLocalRandom"));
    return types;
  }
}
