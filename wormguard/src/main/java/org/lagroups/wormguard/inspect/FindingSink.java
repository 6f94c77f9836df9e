package org.lagroups.wormguard.inspect;

/** Is told what an inspector finds, in the thread that inspects. */
@FunctionalInterface
public interface FindingSink {

  /**
   * Called for each alert of a packet, those of the strongest action first.
   *
   * @param finding holds only during this call
   */
  void found(Finding finding);
}
