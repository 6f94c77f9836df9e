package org.lagroups.core.robust.protocol;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.lagroups.core.group.LaGroups;
import org.lagroups.core.group.Subscription;
import org.lagroups.core.group.UnknownGroupException;
import org.lagroups.core.robust.RobustEvent;
import org.lagroups.core.robust.RobustMembership;
import org.lagroups.core.robust.RobustStatus;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Environment;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.Machine;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;

/**
 * Robust membership of all groups that it {@linkplain #serve serves}.
 *
 * <p>A change of the view is told as many events; the members are computed once, when all of them
 * have been told.
 */
public final class RobustMachine implements Machine<RobustTimer>, RobustMembership {

  /** The protocol's number on a link. */
  public static final ProtocolId PROTOCOL = new ProtocolId(4);

  private final Environment<RobustTimer> environment;
  private final LaGroups groups;
  private final Map<GroupId, ServedGroup> served = new TreeMap<>();

  public RobustMachine(Environment<RobustTimer> environment, LaGroups groups) {
    this.environment = environment;
    this.groups = groups;
  }

  /**
   * Begins to follow a group. Once begun, does nothing.
   *
   * @throws UnknownGroupException if this node does not belong to it
   */
  public void serve(GroupId group) {
    if (!served.containsKey(group)) {
      served.put(group, new ServedGroup(group, groups, this::wantLook));
    }
  }

  /** No longer follows a group; its listeners hear no more. */
  public void stopServing(GroupId group) {
    ServedGroup ended = served.remove(group);
    if (ended != null) {
      ended.end();
    }
  }

  @Override
  public RobustStatus status(GroupId group) {
    return of(group).status();
  }

  @Override
  public Subscription changes(GroupId group, Consumer<RobustEvent> listener) {
    return of(group).listen(listener);
  }

  @Override
  public void start() {}

  @Override
  public void onMessage(NodeId from, Bytes message) {}

  @Override
  public void onTimer(RobustTimer timer) {
    for (GroupId group : List.copyOf(served.keySet())) {
      if (groups.groups().contains(group)) {
        of(group).look();
      } else {
        stopServing(group);
      }
    }
  }

  private void wantLook() {
    environment.setTimer(RobustTimer.LOOK, 0);
  }

  private ServedGroup of(GroupId group) {
    ServedGroup found = served.get(group);
    if (found == null) {
      throw new UnknownGroupException(group);
    }
    return found;
  }
}
