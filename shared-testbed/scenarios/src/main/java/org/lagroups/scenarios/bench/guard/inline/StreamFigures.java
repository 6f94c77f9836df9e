package org.lagroups.scenarios.bench.guard.inline;

/**
 * What TCP streams carried, and what that took.
 *
 * @param gigabits that came, without headers
 * @param seconds for which they were sent
 * @param machineSeconds of processor time that the whole machine took, senders and receivers
 *     included
 * @param guardSeconds of those, the guard's process; 0 without one
 */
record StreamFigures(double gigabits, double seconds, double machineSeconds, double guardSeconds) {

  double gigabitsPerSecond() {
    return gigabits / seconds;
  }

  double machineSecondsPerGigabit() {
    return machineSeconds / gigabits;
  }

  double guardSecondsPerGigabit() {
    return guardSeconds / gigabits;
  }
}
