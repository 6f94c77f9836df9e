package org.lagroups.wormguard.runtime.cooperation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.lagroups.wormguard.cooperate.book.SignatureStatus;
import org.lagroups.wormguard.cooperate.book.Untested;

/** Warns of signatures that wait for their tests for long: nobody is protected by these here. */
final class UntestedWarning {

  /** As long as a busy gateway takes to gather enough ordinary traffic, several times over. */
  static final long LONG_MILLIS = TimeUnit.MINUTES.toMillis(5);

  private UntestedWarning() {}

  static List<String> of(List<SignatureStatus> all, long nowMillis) {
    List<Untested> late =
        all.stream()
            .map(SignatureStatus::untested)
            .flatMap(Optional::stream)
            .filter(one -> nowMillis - one.sinceMillis() >= LONG_MILLIS)
            .sorted(Comparator.comparingLong(Untested::sinceMillis))
            .toList();
    if (late.isEmpty()) {
      return List.of();
    }
    Untested first = late.getFirst();
    return List.of(
        "worm signatures that could not be tested for over %d min: %d. The first: %s"
            .formatted(
                TimeUnit.MILLISECONDS.toMinutes(nowMillis - first.sinceMillis()),
                late.size(),
                first.why()));
  }
}
