package org.lagroups.wormguard.runtime.cooperation;

import org.lagroups.node.runtime.ModuleHost;
import org.lagroups.node.runtime.NodeModule;
import org.lagroups.node.runtime.OpenModule;
import org.lagroups.node.state.Schema;
import org.lagroups.wormguard.runtime.cooperation.battery.RecentPayloads;
import org.lagroups.wormguard.runtime.cooperation.store.GuardSchema;

/**
 * Cooperation against worms as a part of a node. Of use to one node. A gateway is a process of its
 * own, which asks by the control API what is enforced.
 */
public final class WormguardModule implements NodeModule {

  private final RecentPayloads benign = new RecentPayloads();

  @Override
  public String name() {
    return GuardSchema.MODULE;
  }

  @Override
  public Schema schema() {
    return GuardSchema.SCHEMA;
  }

  @Override
  public OpenModule open(ModuleHost host) {
    return OpenGuard.open(host, benign);
  }

  /** Where the sensor puts ordinary payloads; from any thread. */
  public RecentPayloads benign() {
    return benign;
  }
}
