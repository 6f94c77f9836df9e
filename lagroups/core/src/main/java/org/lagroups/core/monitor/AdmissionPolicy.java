package org.lagroups.core.monitor;

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
   * @param token what it shows; anything that a stranger cared to send
   */
  boolean admits(GroupId group, NodeId node, Bytes token);
}
