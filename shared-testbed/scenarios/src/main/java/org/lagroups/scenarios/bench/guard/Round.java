package org.lagroups.scenarios.bench.guard;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.lagroups.scenarios.bench.guard.bare.BarePass;
import org.lagroups.scenarios.bench.guard.host.Pass;
import org.lagroups.scenarios.bench.guard.host.Subject;

/**
 * One pass of each subject, one after another.
 *
 * @param bare that of the program in C
 * @param passes of the others
 */
record Round(BarePass bare, Map<Subject, Pass> passes) {

  Round {
    passes = Collections.unmodifiableMap(new EnumMap<>(passes));
  }

  Pass of(Subject subject) {
    return Objects.requireNonNull(passes.get(subject));
  }

  double megaPackets(Subject subject) {
    return of(subject).megaPackets();
  }

  /** How much faster the program in C is than the scan. */
  double bareByScan() {
    return bare.megaPackets() / megaPackets(Subject.SCAN);
  }

  /** How fast the faster of the libraries is beside the scan. */
  double libraryByScan() {
    return Math.max(megaPackets(Subject.TRIE), megaPackets(Subject.NETTY))
        / megaPackets(Subject.SCAN);
  }

  /** How many payloads with a literal those that only look for literals miss or have too many. */
  long differences() {
    return passes.entrySet().stream()
        .filter(each -> each.getKey() != Subject.SCAN)
        .mapToLong(each -> Math.abs(each.getValue().found() - bare.found()))
        .sum();
  }

  /** The rates, for people. */
  String text() {
    return String.format(
        Locale.ROOT,
        "C %.2f, scan %.2f, matcher %.2f, trie %.2f, Netty %.2f million packets/s",
        bare.megaPackets(),
        megaPackets(Subject.SCAN),
        megaPackets(Subject.MATCHER),
        megaPackets(Subject.TRIE),
        megaPackets(Subject.NETTY));
  }
}
