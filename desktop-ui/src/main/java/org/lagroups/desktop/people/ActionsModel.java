package org.lagroups.desktop.people;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.attestation.RobustRule;
import org.lagroups.desktop.link.Answer;
import org.lagroups.desktop.link.Api;
import org.lagroups.desktop.link.Asked;
import org.lagroups.desktop.link.Joining;
import org.lagroups.desktop.link.Problem;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.node.control.api.AttestNode;
import org.lagroups.node.control.api.BanNode;
import org.lagroups.node.control.api.CreateGroup;
import org.lagroups.node.control.api.CreateInvitation;
import org.lagroups.node.control.api.Done;
import org.lagroups.node.control.api.GroupCreated;
import org.lagroups.node.control.api.InvitationCreated;
import org.lagroups.node.control.api.ReasonInfo;

/**
 * What a person decides about groups and members. What the node refuses is held, to be shown where
 * the person is looking, until the next thing is asked for. On the JavaFX thread.
 */
final class ActionsModel implements AutoCloseable {

  private final Api api;
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Problem> refused = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper isJoining = new ReadOnlyBooleanWrapper();
  private final Asked asked = new Asked();
  private final Joining joining;
  private boolean isClosed;

  ActionsModel(Api api) {
    this.api = api;
    joining = new Joining(api);
  }

  /** Whether the node has still to answer. */
  ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** Whether it waits to be admitted. */
  ReadOnlyBooleanProperty joining() {
    return isJoining.getReadOnlyProperty();
  }

  /** Why the last thing was not done; null if it was, or nothing was asked for. */
  ReadOnlyObjectProperty<@Nullable Problem> refused() {
    return refused.getReadOnlyProperty();
  }

  /** Vouches for a node, and lifts its ban. */
  void attest(GroupId group, NodeId node, Runnable done) {
    AttestNode body = new AttestNode(node);
    ask(api.post("/v1/groups/" + group + "/attestations", body, Done.class), _ -> done.run());
  }

  /** Withdraws what was said for a node, and vouches no more for it until the ban is lifted. */
  void ban(GroupId group, NodeId node, ReasonInfo reason, Runnable done) {
    BanNode body = new BanNode(node, reason);
    ask(api.post("/v1/groups/" + group + "/bans", body, Done.class), _ -> done.run());
  }

  /** Lifts a ban; the tests decide again. */
  void unban(GroupId group, NodeId node, Runnable done) {
    ask(api.delete("/v1/groups/" + group + "/bans/" + node, Done.class), _ -> done.run());
  }

  /** Leaves a group. */
  void leave(GroupId group, Runnable done) {
    ask(api.delete("/v1/groups/" + group, Done.class), _ -> done.run());
  }

  /**
   * Makes a group.
   *
   * @param validityMillis T_a
   * @param members the most members
   * @param rule the rule of robust membership, as typed; empty for none
   * @param wrong is told why the rule cannot be meant, and then nothing is asked
   */
  void create(
      long validityMillis,
      int members,
      String rule,
      Consumer<Problem> wrong,
      Consumer<GroupId> done) {
    RobustRule robust;
    try {
      robust = rule.isBlank() ? RobustRule.NONE : RobustRule.parse(rule.strip());
    } catch (IllegalArgumentException e) {
      wrong.accept(new Problem("bad-settings", String.valueOf(e.getMessage()), ""));
      return;
    }
    CreateGroup body = new CreateGroup(validityMillis, members, robust);
    ask(api.post("/v1/groups", body, GroupCreated.class), made -> done.accept(made.group()));
  }

  /** Makes an invitation that may be used for so long. */
  void invite(GroupId group, long validSeconds, Consumer<InvitationCreated> done) {
    CreateInvitation body = new CreateInvitation(validSeconds);
    ask(api.post("/v1/groups/" + group + "/invitations", body, InvitationCreated.class), done);
  }

  /** Joins a group by an invitation link; {@link #cancelJoin} ends the waiting. */
  void join(String link, Consumer<GroupId> done) {
    refused.set(null);
    busy.set(true);
    isJoining.set(true);
    joining.begin(
        link,
        group -> {
          joined();
          done.accept(group);
        },
        problem -> {
          joined();
          refused.set(problem);
        });
  }

  /** Waits no more for being admitted, and takes back that this node asked; or does nothing. */
  void cancelJoin() {
    if (isJoining.get()) {
      joining.cancel();
      joined();
    }
  }

  /** What was refused has been seen. */
  void clear() {
    refused.set(null);
  }

  @Override
  public void close() {
    isClosed = true;
    cancelJoin();
    asked.leave();
  }

  private <T> void ask(Answer<T> answer, Consumer<T> done) {
    busy.set(true);
    refused.set(null);
    asked
        .add(answer)
        .then(value -> {
          busy.set(false);
          if (!isClosed) {
            done.accept(value);
          }
        })
        .otherwise(problem -> {
          busy.set(false);
          refused.set(problem);
        });
  }

  private void joined() {
    busy.set(false);
    isJoining.set(false);
  }
}
