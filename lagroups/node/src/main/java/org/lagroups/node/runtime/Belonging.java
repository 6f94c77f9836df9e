package org.lagroups.node.runtime;

import java.util.concurrent.CompletableFuture;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.group.JoinRequest;
import org.lagroups.core.group.JoinResult;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;

/**
 * Belonging to groups, with this node's tests at work in them: what the person at the node does by
 * commands, a module does by this. A group outlasts a restart, as does an invitation. On the event
 * loop only.
 */
public interface Belonging {

  /**
   * Makes a group with this node as its only member, for a module's own purpose: its members vouch
   * for each other by that alone, so that no other module has to do with it, nor the person.
   *
   * @param module as its tables are named, such as {@code cast}
   * @throws org.lagroups.core.group.LimitReachedException if there are too many already
   */
  GroupId create(String module, GroupSettings settings);

  /**
   * Lets one guest in who shows a token.
   *
   * @param token not to be guessed; new
   * @param expiresMillis until when, wall-clock milliseconds since 1970-01-01 UTC
   * @return completed once that is on disk: before, nobody may be given the token. Fails if the
   *     disk does not take it, or there are too many open invitations
   */
  CompletableFuture<Void> invite(GroupId group, Bytes token, long expiresMillis);

  /**
   * Joins a group for a module's own purpose.
   *
   * @return completed on the loop, with the result
   * @throws IllegalArgumentException if this node belongs to it already
   * @throws org.lagroups.core.group.LimitReachedException if there are too many already
   */
  CompletableFuture<JoinResult> join(String module, JoinRequest request);

  /**
   * Whether a module has to do with a group: with those that the person has made or joined, and
   * with its own. After a restart that is known once the module has made itself known by {@link
   * #own}.
   */
  boolean isFor(String module, GroupId group);

  /** Says that a group of before the restart is a module's own. */
  void own(String module, GroupId group);

  /**
   * Leaves a group: tells the members, and forgets it.
   *
   * @throws org.lagroups.core.group.UnknownGroupException if this node does not belong to it
   */
  void leave(GroupId group);
}
