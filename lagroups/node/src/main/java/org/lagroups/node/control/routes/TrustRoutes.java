package org.lagroups.node.control.routes;

import java.util.List;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.Reason;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.node.control.ApiException;
import org.lagroups.node.control.ApiRoute;
import org.lagroups.node.control.api.AttestNode;
import org.lagroups.node.control.api.BanNode;
import org.lagroups.node.control.api.Done;
import org.lagroups.node.runtime.core.Node;

/** A person's own judgement, above that of the node's tests. */
final class TrustRoutes {

  private final Node node;
  private final Ask ask;

  TrustRoutes(Node node) {
    this.node = node;
    this.ask = new Ask(node);
  }

  List<ApiRoute> routes() {
    return List.of(
        ApiRoute.post(
            "/v1/groups/{group}/attestations",
            "Attests to a node now, and lifts its ban; the node's tests decide from then on.",
            AttestNode.class,
            Done.class,
            (request, body) -> attest(Ask.group(request), body.node())),
        ApiRoute.post(
            "/v1/groups/{group}/bans",
            "Withdraws the attestation to a node, and does not attest to it until that is lifted.",
            BanNode.class,
            Done.class,
            (request, body) -> ban(Ask.group(request), body)),
        ApiRoute.delete(
            "/v1/groups/{group}/bans/{node}",
            "Lifts a ban: the node is attested to again if it passes the tests.",
            Done.class,
            request -> unban(Ask.group(request), Ask.node(request.path("node")))));
  }

  private Done attest(GroupId group, NodeId attestee) {
    requireOther(attestee);
    ask.change(() -> {
      node.membership().unban(group, attestee);
      node.groups().startAttest(group, attestee, LinkInfo.NONE);
    });
    return Done.DONE;
  }

  private Done ban(GroupId group, BanNode body) {
    requireOther(body.node());
    Reason reason = body.reason().parse();
    ask.change(() -> node.membership().ban(group, body.node(), reason));
    return Done.DONE;
  }

  private Done unban(GroupId group, NodeId banned) {
    ask.change(() -> node.membership().unban(group, banned));
    return Done.DONE;
  }

  private void requireOther(NodeId other) {
    if (other.equals(node.self())) {
      throw ApiException.badRequest(
          "own-node", "nobody vouches for itself", "name another node: lag group show");
    }
  }
}
