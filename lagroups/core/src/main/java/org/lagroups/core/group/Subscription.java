package org.lagroups.core.group;

/** Ends what it stands for when closed; closing again does nothing. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {

  @Override
  void close();
}
