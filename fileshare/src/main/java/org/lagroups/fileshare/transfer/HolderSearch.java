package org.lagroups.fileshare.transfer;

import java.util.Optional;
import java.util.function.BiConsumer;
import org.lagroups.core.route.Route;
import org.lagroups.fileshare.merkle.TreeShape;
import org.lagroups.fileshare.part.Target;
import org.lagroups.fileshare.peer.PeerReply;
import org.lagroups.fileshare.peer.Peers;
import org.lagroups.fileshare.wire.FileReply;
import org.lagroups.fileshare.wire.FileRequest;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/** Asks all members of a group who has a file. */
final class HolderSearch {

  /** How long a member may take to answer. */
  static final long ANSWER_MILLIS = 5_000;

  private final Peers peers;
  private final GroupId group;
  private final Target target;
  private final BiConsumer<NodeId, Route> found;

  /**
   * Looks for holders of {@code target}.
   *
   * @param found called with every member that says it has the file, and the way to it
   */
  HolderSearch(Peers peers, GroupId group, Target target, BiConsumer<NodeId, Route> found) {
    this.peers = peers;
    this.group = group;
    this.target = target;
    this.found = found;
  }

  void run() {
    FileRequest request = new FileRequest.AskHeld(target.root());
    for (NodeId member : peers.members(group)) {
      Optional<Route> route = peers.nearest(group, member);
      if (route.isPresent()) {
        peers.ask(
            route.get(),
            request,
            ANSWER_MILLIS,
            reply -> {
              if (isYes(target.shape(), reply)) {
                found.accept(member, route.get());
              }
            });
      }
    }
  }

  private static boolean isYes(TreeShape wanted, PeerReply reply) {
    return reply instanceof PeerReply.Answered answered
        && answered.reply() instanceof FileReply.Held held
        && held.shape().equals(Optional.of(wanted));
  }
}
