package org.lagroups.node.transport.session.dial;

import java.util.Map;
import org.lagroups.node.transport.CarrierKind;
import org.lagroups.node.transport.link.Carrier;

/**
 * What sessions are made over.
 *
 * @param first makes the first link of a session, over whichever carrier gets through
 * @param each makes the other links of a session
 */
public record Carriers(Carrier first, Map<CarrierKind, Carrier> each) {

  public Carriers {
    each = Map.copyOf(each);
  }
}
