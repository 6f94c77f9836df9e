package org.lagroups.scenarios.bench.guard.host;

import java.util.ArrayList;
import java.util.List;

/**
 * The one core on which all subjects of a comparison run.
 *
 * @param number as the system counts it, from 0
 */
public record Core(int number) {

  /** The last one, which has least to do with the system's interrupts. */
  public static Core last() {
    return new Core(Runtime.getRuntime().availableProcessors() - 1);
  }

  /** The command that runs another on this core only. */
  public List<String> pinned(List<String> command) {
    List<String> pinned = new ArrayList<>(List.of("taskset", "-c", String.valueOf(number)));
    pinned.addAll(command);
    return pinned;
  }
}
