package org.lagroups.scenarios.bench.group.host;

/** One member of a group, whatever the library. */
interface Member extends AutoCloseable {

  /** By what all members know it; without blanks. */
  String id();

  /** How many members it sees, itself among them. */
  int seen();

  /** Whether it sees another. */
  boolean sees(String other);

  /** Whether a group of so many members is complete for it, and at rest. */
  default boolean isSettled(int members) {
    return seen() == members;
  }

  /** Which others it has dropped from its view so far. */
  Drops drops();

  /**
   * To which others it no longer vouches for: in our groups that does not yet drop them. Of the
   * other libraries, nothing like it can be seen from outside.
   */
  default Drops withdrawals() {
    return new Drops();
  }

  /** What a newcomer has to know to join by this member. */
  String contact();

  @Override
  void close();
}
