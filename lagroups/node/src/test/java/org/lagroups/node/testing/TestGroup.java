package org.lagroups.node.testing;

import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.node.control.api.CreateGroup;
import org.lagroups.node.control.api.CreateInvitation;
import org.lagroups.node.control.api.GroupCreated;
import org.lagroups.node.control.api.GroupJoined;
import org.lagroups.node.control.api.GroupView;
import org.lagroups.node.control.api.InvitationCreated;
import org.lagroups.node.control.api.JoinGroup;

/**
 * A group of {@link TestNodes}, reached as a user does: by the control API of each node.
 *
 * @param id the group's ID
 */
public record TestGroup(TestNodes nodes, GroupId id) {

  private static final long LONGEST_JOIN_MILLIS = 20_000;

  /** Has the node with this name found a group with the settings that a user gets unasked. */
  public static TestGroup create(TestNodes nodes, String founder) {
    return create(nodes, founder, new CreateGroup(null, null));
  }

  /** Has the node with this name found a group of this T_a. */
  public static TestGroup create(TestNodes nodes, String founder, long validityMillis) {
    return create(nodes, founder, new CreateGroup(validityMillis, null));
  }

  private static TestGroup create(TestNodes nodes, String founder, CreateGroup request) {
    return new TestGroup(
        nodes, nodes.client(founder).post("/v1/groups", request, GroupCreated.class).group());
  }

  /** The link that a member gives to a guest. */
  public String invite(String member) {
    return nodes
        .client(member)
        .post(path() + "/invitations", new CreateInvitation(null), InvitationCreated.class)
        .link();
  }

  /** Has a guest join by a link; returns once somebody vouches for it. */
  public void join(String guest, String link) {
    join(guest, link, LONGEST_JOIN_MILLIS);
  }

  /** Has a guest join by a link within this time. */
  public void join(String guest, String link, long timeoutMillis) {
    nodes.client(guest).post("/v1/join", new JoinGroup(link, timeoutMillis), GroupJoined.class);
  }

  /** Has a guest join by a member's invitation. */
  public void admit(String member, String guest) {
    join(guest, invite(member));
  }

  /** What the node with this name sees. */
  public GroupView view(String name) {
    return nodes.client(name).get(path(), GroupView.class);
  }

  /** The ID of the node with this name. */
  public NodeId idOf(String name) {
    return view(name).you();
  }

  /** Waits until the node with this name sees so many attestations. */
  public void awaitAttestations(String name, int count) {
    TestNodes.await(
        name + " sees " + count + " attestations", () -> view(name).attestations().size() == count);
  }

  /** Where the control API has the group. */
  public String path() {
    return "/v1/groups/" + id;
  }
}
