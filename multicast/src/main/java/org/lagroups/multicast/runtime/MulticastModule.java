package org.lagroups.multicast.runtime;

import org.lagroups.node.runtime.ModuleHost;
import org.lagroups.node.runtime.NodeModule;
import org.lagroups.node.runtime.OpenModule;
import org.lagroups.node.state.Schema;

/** Multicast as a part of a node. */
public final class MulticastModule implements NodeModule {

  @Override
  public String name() {
    return GroupNotes.MODULE;
  }

  @Override
  public Schema schema() {
    return GroupNotes.SCHEMA;
  }

  @Override
  public OpenModule open(ModuleHost host) {
    return OpenCast.open(host);
  }
}
