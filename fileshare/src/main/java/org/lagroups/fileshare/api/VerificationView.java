package org.lagroups.fileshare.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/**
 * What came of asking for a record again.
 *
 * @param confirmations how many routes brought the very record
 * @param conclusion {@code confirmed}, {@code equivocated}, {@code replaced}, {@code contradicted},
 *     {@code invalid}, {@code gone} or {@code too-few}
 * @param routes what each route brought
 * @param proof two signed records that contradict each other, or null
 */
public record VerificationView(
    GroupId group,
    String root,
    String name,
    NodeId publisher,
    String publisherName,
    int wantedPaths,
    int confirmations,
    String conclusion,
    List<RouteView> routes,
    @Nullable ProofView proof) {

  public VerificationView {
    routes = List.copyOf(routes);
  }

  /**
   * What came over one route.
   *
   * @param nodes from this node to the publisher, both included
   * @param names what the nodes call themselves, made safe to show
   * @param outcome {@code same}, {@code different}, {@code gone}, {@code altered} (a relay on this
   *     route lies), {@code invalid} or {@code no-answer}
   * @param detail for people; may be empty
   */
  public record RouteView(List<NodeId> nodes, List<String> names, String outcome, String detail) {

    public RouteView {
      nodes = List.copyOf(nodes);
      names = List.copyOf(names);
    }
  }

  /** Two records as they were signed, with their signatures. */
  public record ProofView(
      Bytes oneRecord, Bytes oneSignature, Bytes otherRecord, Bytes otherSignature) {}
}
