package org.lagroups.wormguard.runtime.learning;

/** Is told how far learning has come, now and then. */
@FunctionalInterface
public interface LearningWatch {

  /**
   * Called by the thread that learns.
   *
   * @param bytes of all files so far, or of all frames of an interface
   */
  void at(long bytes);
}
