package org.lagroups.node.control.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;

/**
 * A group as this node sees it.
 *
 * @param you this node
 * @param members this node's view, itself among it, in the order of IDs
 * @param attestations who attests to whom
 * @param robust which of the members are the robust ones
 * @param tested the nodes under test, members or not, and what each test says of them
 * @param bans to whom this node will not attest, whatever its tests say
 * @param equivocators who is proven to have said two things at once: nothing that they say counts
 */
public record GroupView(
    GroupId group,
    NodeId you,
    GroupSettings settings,
    List<MemberView> members,
    List<AttestationView> attestations,
    RobustView robust,
    List<TestedView> tested,
    List<BanView> bans,
    List<EquivocatorView> equivocators) {

  public GroupView {
    members = List.copyOf(members);
    attestations = List.copyOf(attestations);
    tested = List.copyOf(tested);
    bans = List.copyOf(bans);
    equivocators = List.copyOf(equivocators);
  }

  /**
   * A node in the view.
   *
   * @param name what it calls itself, may be empty
   * @param linked whether this node is connected with it directly
   * @param test what this node's own test of it says: {@code pass}, {@code fail}, {@code pending},
   *     or empty if it is not tested
   */
  public record MemberView(
      NodeId node, String name, List<NodeAddress> addresses, boolean linked, String test) {

    public MemberView {
      addresses = List.copyOf(addresses);
    }
  }

  /**
   * An attestation with what its attester reports; what it does not know is null.
   *
   * @param expiresInMillis for how long yet it is valid unless it is issued afresh, 0 or more; null
   *     if that is not known
   */
  public record AttestationView(
      NodeId attester,
      NodeId attestee,
      @Nullable Long expiresInMillis,
      @Nullable Long roundTripMicros,
      @Nullable Long throughputBitsPerSecond,
      @Nullable Long uptimeSeconds,
      @Nullable Long meanTimeToFailureSeconds,
      @Nullable Double cost) {}

  /**
   * A node under test.
   *
   * @param says {@code pass}, {@code fail} or {@code pending}: what all tests come to together
   * @param reason why it fails; empty if it does not
   * @param tests by name, such as {@code heartbeat}, as far as they are this program's own
   */
  public record TestedView(NodeId node, String says, ReasonInfo reason, List<TestView> tests) {

    public TestedView {
      tests = List.copyOf(tests);
    }
  }

  /** What one test says: {@code pass}, {@code fail} and why, or {@code pending}. */
  public record TestView(String test, String says, ReasonInfo reason) {}

  /** A ban. */
  public record BanView(NodeId node, ReasonInfo reason) {}

  /**
   * A node that is proven to have said two things at once.
   *
   * @param sequence the number under which it said both
   * @param first one of the two, an encoded {@code LinkState}, in base 64
   * @param firstSignature the node's Ed25519 signature of it, in base 64
   * @param second the other
   * @param secondSignature its signature
   */
  public record EquivocatorView(
      NodeId node,
      long sequence,
      String first,
      String firstSignature,
      String second,
      String secondSignature) {}
}
