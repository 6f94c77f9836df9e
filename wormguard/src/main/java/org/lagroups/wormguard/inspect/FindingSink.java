package org.lagroups.wormguard.inspect;

/** Is told what an inspector finds, in the thread that inspects. */
@FunctionalInterface
public interface FindingSink {

  /**
   * Called for each alert of a packet, those of the strongest action first.
   *
   * <p>What it throws comes out of the inspection, which goes on with the next frame; what else
   * there was to find in this one is lost.
   *
   * @param finding holds only during this call
   */
  void found(Finding finding);
}
