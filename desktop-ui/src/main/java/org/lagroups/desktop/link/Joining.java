package org.lagroups.desktop.link;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.GroupId;
import org.lagroups.node.control.api.Done;
import org.lagroups.node.control.api.GroupJoined;
import org.lagroups.node.control.api.GroupList;
import org.lagroups.node.control.api.JoinGroup;
import org.lagroups.node.invitation.InvitationLink;

/** Joins one group at a time by an invitation, and can take that back. On the JavaFX thread. */
public final class Joining {

  private final Api api;
  private final Asked asked = new Asked();
  private @Nullable GroupId group;

  public Joining(Api api) {
    this.api = api;
  }

  /** Joins, which may take as long as its members take to admit this node. */
  public void begin(String link, Consumer<GroupId> joined, Consumer<Problem> refused) {
    cancel();
    // Whoever belongs to the group already is refused, and must not leave it by cancelling.
    asked
        .add(api.get("/v1/groups", GroupList.class))
        .then(list -> ask(link, list, joined, refused))
        .otherwise(refused);
  }

  /** Waits no more for being admitted, and takes back that this node asked; or does nothing. */
  public void cancel() {
    asked.cancel();
    GroupId left = group;
    group = null;
    if (left != null) {
      // It may have failed already; then there is nothing to leave.
      api.delete("/v1/groups/" + left, Done.class).otherwise(_ -> {});
    }
  }

  private void ask(
      String link, GroupList list, Consumer<GroupId> joined, Consumer<Problem> refused) {
    GroupId wanted = groupOf(link);
    boolean isNew =
        wanted != null && list.groups().stream().noneMatch(one -> one.group().equals(wanted));
    group = isNew ? wanted : null;
    asked
        .add(api.post("/v1/join", new JoinGroup(link.strip(), null), GroupJoined.class))
        .then(done -> {
          group = null;
          joined.accept(done.group());
        })
        .otherwise(why -> {
          group = null;
          refused.accept(why);
        });
  }

  private static @Nullable GroupId groupOf(String link) {
    try {
      return InvitationLink.parse(link).group();
    } catch (IllegalArgumentException e) {
      return null; // the node says what is wrong with it
    }
  }
}
