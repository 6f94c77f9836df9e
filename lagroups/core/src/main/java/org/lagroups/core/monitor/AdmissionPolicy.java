package org.lagroups.core.monitor;

import java.util.function.Consumer;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/** Whether a stranger may be tested and, if it passes, attested to: the application's decision. */
@FunctionalInterface
public interface AdmissionPolicy {

  /**
   * Decides on a node that asks to be admitted. Where tokens are good for one use, saying yes uses
   * it up.
   *
   * <p>The decision may come at once or later, and never blocks the machine thread: a policy that
   * needs the disk or a person calls back once it knows. Until then the node is not asked about
   * again, so a policy that may never know has to say no some time.
   *
   * @param token what it shows; anything that a stranger cared to send
   * @param decision takes the decision, on the machine thread; whatever it is told after that is
   *     ignored
   */
  void decide(GroupId group, NodeId node, Bytes token, Consumer<Boolean> decision);
}
