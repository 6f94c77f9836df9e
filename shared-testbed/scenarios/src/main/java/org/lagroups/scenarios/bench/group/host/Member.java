package org.lagroups.scenarios.bench.group.host;

/** One member of a group, whatever the library. */
interface Member extends AutoCloseable {

  /** How many members it sees, itself among them. */
  int seen();

  /** Whether a group of so many members is complete for it, and at rest. */
  default boolean isSettled(int members) {
    return seen() == members;
  }

  /** How often it has dropped another member so far. */
  long losses();

  /** What a newcomer has to know to join by this member. */
  String contact();

  @Override
  void close();
}
