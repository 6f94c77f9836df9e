package org.lagroups.scenarios.demo;

import java.util.List;

/**
 * One step of the demo and what was seen.
 *
 * @param claim what is to be seen
 * @param observed whether it was
 * @param details lines of what was seen, with figures
 * @param millis how long it took
 */
record Step(String claim, boolean observed, List<String> details, long millis) {

  Step {
    details = List.copyOf(details);
  }
}
