package org.lagroups.scenarios.bench.group.trial;

/** A group of one library and all that is made for it. */
public interface Trial extends AutoCloseable {

  /** Ends its processes at once, and removes what was made for them. */
  @Override
  void close();
}
