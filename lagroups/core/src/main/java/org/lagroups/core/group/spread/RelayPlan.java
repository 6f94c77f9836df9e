package org.lagroups.core.group.spread;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lagroups.core.group.view.View;
import org.lagroups.machine.NodeId;

/**
 * Whom a node has to serve with whose advertisements, for as long as those in its view attest to
 * the same.
 */
public final class RelayPlan {

  private final View view;
  private final NodeId relay;
  private final Map<NodeId, List<NodeId>> servedByAttester = new HashMap<>();

  public RelayPlan(View view, NodeId relay) {
    this.view = view;
    this.relay = relay;
  }

  public boolean isFor(View other) {
    return view.isShapedLike(other);
  }

  /** To whom the node passes on what this attester says, in the order of IDs. */
  public List<NodeId> servedWith(NodeId attester) {
    return servedByAttester.computeIfAbsent(attester, this::find);
  }

  private List<NodeId> find(NodeId attester) {
    return new RelayChoice(view.topology(), attester).servedBy(relay);
  }
}
