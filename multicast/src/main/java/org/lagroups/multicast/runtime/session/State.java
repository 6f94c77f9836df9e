package org.lagroups.multicast.runtime.session;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lagroups.multicast.runtime.end.StreamProblem;

/** What a session says of itself. */
final class State {

  private static final int MAX_NOTICES = 16;

  private final List<String> notices = new ArrayList<>();
  private Phase phase;
  private @Nullable StreamProblem problem;
  private long heardNanos = System.nanoTime();

  State(Phase first) {
    phase = first;
  }

  Phase phase() {
    return phase;
  }

  void enter(Phase next) {
    if (phase != Phase.FAILED) {
      phase = next;
    }
  }

  /** It does not go on; the first reason counts. */
  void fail(StreamProblem why) {
    if (!phase.isOver()) {
      phase = Phase.FAILED;
      problem = why;
    }
  }

  /** The same of what was done already, but went on for the sake of others. */
  void failAfterAll(StreamProblem why) {
    if (phase != Phase.FAILED) {
      phase = Phase.FAILED;
      problem = why;
    }
  }

  @Nullable StreamProblem problem() {
    return problem;
  }

  /** Somebody should know this; the first few are kept. */
  void notice(String what) {
    if (notices.size() < MAX_NOTICES && !notices.contains(what)) {
      notices.add(what);
    }
  }

  /** What has to be known in the end, however much was told before. */
  void conclude(List<String> words) {
    notices.addAll(words);
  }

  List<String> notices() {
    return List.copyOf(notices);
  }

  /** Something has come. */
  void heard() {
    heardNanos = System.nanoTime();
  }

  long silentMillis() {
    return phase.isOver() ? 0 : (System.nanoTime() - heardNanos) / 1_000_000;
  }
}
