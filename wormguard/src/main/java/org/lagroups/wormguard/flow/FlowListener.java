package org.lagroups.wormguard.flow;

/**
 * Hears of the beginnings and ends of flows; it may ask the table about the flow, not change it.
 */
public interface FlowListener {

  /** Hears nothing. */
  FlowListener NONE =
      new FlowListener() {
        @Override
        public void begun(int flow) {}

        @Override
        public void restarted(int flow, Direction way) {}

        @Override
        public void ended(int flow, FlowEnd why) {}
      };

  /** A flow has this slot from now on. */
  void begun(int flow);

  /**
   * The other side took another SYN of this direction than the one that was known, or none of the
   * data that came before its answer. So the stream begins anew, behind {@link
   * FlowTable#initialSequence}.
   */
  void restarted(int flow, Direction way);

  /** The flow of this slot is forgotten after this call. */
  void ended(int flow, FlowEnd why);
}
