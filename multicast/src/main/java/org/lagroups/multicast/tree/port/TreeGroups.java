package org.lagroups.multicast.tree.port;

import java.util.Optional;
import java.util.function.Consumer;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.group.Contact;
import org.lagroups.core.transcript.Transcript;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/** The LA-groups that this node is in for the stream: its parent's, and its own if it leads one. */
public interface TreeGroups {

  /**
   * The group that this node and its children are, made the first time; empty if this node is in as
   * many groups as it may be.
   */
  Optional<GroupId> lead();

  /** Joins the group of a parent, who knows the token. */
  void join(GroupId group, Contact parent, Bytes token);

  /** Leaves a group. */
  void leave(GroupId group);

  /** Attests, or attests with other info. */
  void attest(GroupId group, NodeId node, LinkInfo info);

  /** No longer attests. */
  void stopAttest(GroupId group, NodeId node, Reason reason);

  /** This node's proof of membership, if there is one; answered once, perhaps later. */
  void transcript(GroupId group, int leastSigners, Consumer<Optional<Transcript>> done);
}
