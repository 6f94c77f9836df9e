package org.lagroups.desktop.people;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.NodeId;
import org.lagroups.node.control.api.GroupView.TestedView;
import org.lagroups.node.control.api.ReasonInfo;

/**
 * A node that a group has to do with, and how it stands there.
 *
 * @param name safe to show
 * @param role what it is to this node
 * @param linked whether this node is connected with it directly
 * @param attesters the names of those that vouch for it, safe to show
 * @param attestees the names of those for whom it vouches, safe to show
 * @param youAttest whether this node vouches for it
 * @param attestsYou whether it vouches for this node
 * @param robust how it stands by the group's rule
 * @param tested what this node's tests say of it, if it is tested
 * @param ban why it is banned, or null if it is not
 */
record MemberLine(
    NodeId node,
    String name,
    Role role,
    boolean linked,
    List<String> attesters,
    List<String> attestees,
    boolean youAttest,
    boolean attestsYou,
    Robust robust,
    Optional<TestedView> tested,
    @Nullable ReasonInfo ban) {

  /** What a node is to this one. */
  enum Role {
    YOU,
    MEMBER,
    /** Not in the view: under test, or banned. */
    OUTSIDE,
    /** It is proven to have said two things at once. */
    EQUIVOCATOR
  }

  /**
   * By the group's rule of robust membership.
   *
   * @param attesters how many robust members attest to it
   * @param attestees to how many it attests
   * @param threshold how many it needs of each
   */
  record Robust(Kind kind, int attesters, int attestees, int threshold) {

    /** Without a rule. */
    static final Robust NO_RULE = new Robust(Kind.NO_RULE, 0, 0, 0);

    /** Kinds of standing. */
    enum Kind {
      NO_RULE,
      NOT,
      ROBUST,
      ASSURED
    }
  }

  /** Whether a person may vouch for it, or ban it. */
  boolean isOther() {
    return role != Role.YOU;
  }
}
