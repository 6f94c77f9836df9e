package org.lagroups.core.monitor;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.lagroups.core.group.GroupEvent;
import org.lagroups.machine.NodeId;

/** The strangers of one group on whom the application has not decided yet. */
final class PendingAdmissions {

  /**
   * The most decisions awaited at a time. A stranger that comes when there are as many is not heard
   * and may ask again, as every stranger does who is not answered.
   */
  static final int MAX_PENDING = 32;

  private final AdmissionPolicy policy;
  private final Map<NodeId, Ask> pending = new HashMap<>();

  PendingAdmissions(AdmissionPolicy policy) {
    this.policy = policy;
  }

  /**
   * Has the application decide on a candidate, unless it does so already.
   *
   * @param welcome takes the node if it is admitted, maybe at once; never after {@link #end}
   */
  void ask(GroupEvent.CandidateHeard candidate, Consumer<NodeId> welcome) {
    NodeId node = candidate.node();
    if (pending.containsKey(node) || pending.size() == MAX_PENDING) {
      return;
    }
    Ask ask = new Ask(node, welcome);
    pending.put(node, ask);
    policy.decide(candidate.group(), node, candidate.token(), ask);
  }

  /** Waits for no decision any more: those that still come are ignored. */
  void end() {
    pending.clear();
  }

  /** One question; an object of its own, so that its second answer is not taken for the next. */
  private final class Ask implements Consumer<Boolean> {

    private final NodeId node;
    private final Consumer<NodeId> welcome;

    Ask(NodeId node, Consumer<NodeId> welcome) {
      this.node = node;
      this.welcome = welcome;
    }

    @Override
    public void accept(Boolean admitted) {
      boolean isAwaited = pending.remove(node, this);
      if (isAwaited && admitted) {
        welcome.accept(node);
      }
    }
  }
}
