package org.lagroups.multicast.protocol.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.group.GroupEvent;
import org.lagroups.core.group.JoinRequest;
import org.lagroups.core.group.JoinResult;
import org.lagroups.core.group.Subscription;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/** Groups whose disk and members answer when a test says so. */
final class FakeGroups implements StreamGroups {

  private final List<Bytes> tokens = new ArrayList<>();
  private final List<Consumer<Boolean>> invitations = new ArrayList<>();
  private final List<JoinRequest> joins = new ArrayList<>();
  private final List<Consumer<JoinResult>> results = new ArrayList<>();
  private final Set<GroupId> left = new TreeSet<>();

  List<Bytes> tokens() {
    return tokens;
  }

  List<JoinRequest> joins() {
    return joins;
  }

  Set<GroupId> left() {
    return left;
  }

  /** The disk has taken all invitations so far, or has failed to. */
  void answerInvitations(boolean isReady) {
    List.copyOf(invitations).forEach(done -> done.accept(isReady));
    invitations.clear();
  }

  /** All joins so far have ended so. */
  void answerJoins(JoinResult result) {
    List.copyOf(results).forEach(done -> done.accept(result));
    results.clear();
  }

  @Override
  public GroupId create(GroupSettings settings) {
    throw new AssertionError("makes no groups");
  }

  @Override
  public void invite(GroupId group, Bytes token, long expiresMillis, Consumer<Boolean> done) {
    tokens.add(token);
    invitations.add(done);
  }

  @Override
  public void join(JoinRequest request, Consumer<JoinResult> done) {
    joins.add(request);
    results.add(done);
  }

  @Override
  public void leave(GroupId group) {
    left.add(group);
  }

  @Override
  public Set<NodeId> vouchedFor(GroupId group) {
    return Set.of();
  }

  @Override
  public Subscription changes(GroupId group, Consumer<GroupEvent> listener) {
    return () -> {};
  }
}
