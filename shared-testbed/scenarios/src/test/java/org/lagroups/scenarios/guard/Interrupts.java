package org.lagroups.scenarios.guard;

import java.util.ArrayList;
import java.util.List;

/** Ctrl-C for programs that are started without a terminal. */
final class Interrupts {

  /** As of any program that SIGINT ends. */
  static final int EXIT_CODE = 130;

  private Interrupts() {}

  /**
   * The command that runs another which heeds SIGINT, with the same process number: what a shell
   * has put in the background has it ignored, with all that it starts.
   */
  static List<String> heeded(List<String> command) {
    List<String> all = new ArrayList<>(List.of("env", "--default-signal=INT"));
    all.addAll(command);
    return all;
  }
}
