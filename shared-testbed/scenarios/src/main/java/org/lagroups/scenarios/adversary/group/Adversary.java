package org.lagroups.scenarios.adversary.group;

/** A way not to do as a member should. */
public interface Adversary {

  /** As on the command line: lower-case letters and dashes. */
  String name();

  /** What it does, in a few words for people. */
  String summary();

  /** Begins, on one node of the group; goes on by itself until the run ends. */
  void begin(Stage stage);
}
