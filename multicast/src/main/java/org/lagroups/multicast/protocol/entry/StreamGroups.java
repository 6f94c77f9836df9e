package org.lagroups.multicast.protocol.entry;

import java.util.Set;
import java.util.function.Consumer;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.group.GroupEvent;
import org.lagroups.core.group.JoinRequest;
import org.lagroups.core.group.JoinResult;
import org.lagroups.core.group.LaGroups;
import org.lagroups.core.group.Subscription;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/** The groups in which streams are distributed. Everything is told on the machine's thread. */
public interface StreamGroups {

  /** Makes a group with this node as its only member. */
  GroupId create(GroupSettings settings);

  /**
   * Lets one guest in who shows a token.
   *
   * @param expiresMillis until when, wall-clock milliseconds since 1970-01-01 UTC
   * @param done called once: with true when the token may be given away
   */
  void invite(GroupId group, Bytes token, long expiresMillis, Consumer<Boolean> done);

  /**
   * Joins a group; who belongs to it already has joined.
   *
   * @param done called once with the result
   */
  void join(JoinRequest request, Consumer<JoinResult> done);

  /** Leaves a stream's group, if this node belongs to it. */
  void leave(GroupId group);

  /** Whether this node belongs to a group, and that is a stream's. */
  boolean has(GroupId group);

  /**
   * All that is known of groups, also of those that are no stream's, with which nothing may be
   * done. What is attested here is said besides what the node's tests say.
   */
  LaGroups groups();

  /** The members for whom this node vouches. */
  Set<NodeId> vouchedFor(GroupId group);

  /** Tells what changes in a group that this node belongs to. */
  Subscription changes(GroupId group, Consumer<GroupEvent> listener);
}
